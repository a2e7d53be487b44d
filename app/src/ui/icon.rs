//! Icons as inline SVG, drawn on a 16×16 grid, hidden from screen readers: the words beside them speak.

use leptos::prelude::*;

/// The shapes there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Down,
    Calendar,
    Clock,
    Warning,
    Close,
    Check,
}

impl Shape {
    fn path(self) -> &'static str {
        match self {
            Shape::Down => "M4 6l4 4 4-4",
            Shape::Calendar => {
                "M3.5 3h9A1.5 1.5 0 0 1 14 4.5v8a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 12.5v-8A1.5 1.5 0 0 1 3.5 3zM2 6.5h12M5.5 1.5v3M10.5 1.5v3"
            }
            Shape::Clock => "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 1 0 8 1.8zM8 4.5V8l2.4 1.6",
            Shape::Warning => "M8 1.5l6.5 12h-13zM8 6v4M8 11.6v.9",
            Shape::Close => "M4 4l8 8M12 4l-8 8",
            Shape::Check => "M3 8.5l3.2 3.2L13 5",
        }
    }
}

#[component]
pub fn Icon(shape: Shape) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6"
            stroke-linejoin="round" stroke-linecap="round" aria-hidden="true">
            <path d=shape.path() />
        </svg>
    }
}

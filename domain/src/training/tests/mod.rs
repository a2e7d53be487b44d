//! Training, tested as its table of states words it.

mod bench;
mod certificates;
mod classes;
mod enrolments;
mod exams;
mod histories;
mod programmes;
mod sign_ins;
mod timetables;
mod trials;
mod wording;
mod world;

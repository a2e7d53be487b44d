//! Red twins of a workbook's cell formats: the same format with a red ground.

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};

use domain::ledger::Unreadable;

/// Excel's own bound of formats is 65,490; above half of it one red format serves all cells.
const FORMATS_MAX: usize = 30_000;

/// Which red format belongs to a format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Twins {
    formats: usize,
    added: usize,
}

impl Twins {
    /// The red twin of a format, if the workbook has formats at all.
    pub fn of(self, format: usize) -> Option<usize> {
        match self.added {
            0 => None,
            1 => Some(self.formats),
            _ => Some(self.formats + format.min(self.added - 1)),
        }
    }
}

/// The styles with one red ground more and a red twin of every format.
///
/// # Errors
/// `broken` when the part is no XML.
pub fn add_red_twins(styles: &[u8]) -> Result<(Vec<u8>, Twins), Unreadable> {
    let broken = |_| Unreadable::Broken;
    let mut reader = Reader::from_reader(styles);
    let mut writer = Writer::new(Vec::with_capacity(styles.len() * 2));
    let mut buffer = Vec::new();
    let (mut in_fills, mut in_formats, mut depth) = (false, false, 0_usize);
    let mut fills = 0_usize;
    let mut formats: Vec<Vec<Event<'static>>> = Vec::new();
    let mut added = 0;
    loop {
        let event = reader.read_event_into(&mut buffer).map_err(|_| Unreadable::Broken)?.into_owned();
        match &event {
            Event::Eof => break,
            Event::Start(element) => {
                let name = element.local_name().as_ref().to_owned();
                if depth == 1 && (name == "fills" || name == "cellXfs") {
                    in_fills = name == "fills";
                    in_formats = name == "cellXfs";
                    depth += 1;
                    writer.write_event(Event::Start(without(element, "count"))).map_err(broken)?;
                    buffer.clear();
                    continue;
                }
                if depth == 2 {
                    fills += usize::from(in_fills);
                    if in_formats {
                        formats.push(Vec::new());
                    }
                }
                depth += 1;
            }
            Event::Empty(_) if depth == 2 => {
                fills += usize::from(in_fills);
                if in_formats {
                    formats.push(Vec::new());
                }
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                if depth == 1 && in_fills {
                    write_red_ground(&mut writer, &prefix(element.name().as_ref())).map_err(broken)?;
                    in_fills = false;
                }
                if depth == 1 && in_formats {
                    let twins = if formats.len() > FORMATS_MAX { &formats[..1] } else { &formats[..] };
                    added = if fills == 0 { 0 } else { twins.len() };
                    for event in twins.iter().take(added).flatten() {
                        writer.write_event(red(event, fills)).map_err(broken)?;
                    }
                    in_formats = false;
                }
            }
            _ => {}
        }
        if in_formats && let Some(format) = formats.last_mut() {
            format.push(event.clone());
        }
        writer.write_event(event).map_err(broken)?;
        buffer.clear();
    }
    Ok((writer.into_inner(), Twins { formats: formats.len(), added }))
}

/// `x:` of `x:row`.
pub fn prefix(name: &str) -> String {
    name.split_once(':').map(|(prefix, _)| format!("{prefix}:")).unwrap_or_default()
}

fn write_red_ground(writer: &mut Writer<Vec<u8>>, prefix: &str) -> std::io::Result<()> {
    let text = format!(
        "<{prefix}fill><{prefix}patternFill patternType=\"solid\"><{prefix}fgColor rgb=\"FFFFC7CE\"/>\
         <{prefix}bgColor indexed=\"64\"/></{prefix}patternFill></{prefix}fill>"
    );
    writer.write_event(Event::Text(BytesText::from_escaped(text)))
}

/// A format's events with the red ground in place of its own.
fn red(event: &Event<'static>, ground: usize) -> Event<'static> {
    let change = |element: &BytesStart<'static>| {
        if element.local_name().as_ref() != "xf" {
            return element.clone();
        }
        let mut changed = without(&without(element, "fillId"), "applyFill");
        changed.push_attribute(("fillId", ground.to_string().as_str()));
        changed.push_attribute(("applyFill", "1"));
        changed
    };
    match event {
        Event::Start(element) => Event::Start(change(element)),
        Event::Empty(element) => Event::Empty(change(element)),
        other => other.clone(),
    }
}

/// The element without one attribute.
pub fn without(element: &BytesStart<'_>, attribute: &str) -> BytesStart<'static> {
    let name = element.name();
    let mut kept = BytesStart::new(name.as_ref().to_owned());
    let mut attributes = element.attributes();
    attributes.with_checks(false);
    for kept_attribute in attributes.flatten().filter(|a: &Attribute<'_>| a.key.as_ref() != attribute) {
        kept.push_attribute(kept_attribute);
    }
    kept.into_owned()
}

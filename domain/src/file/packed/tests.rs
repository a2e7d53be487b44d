use super::STREAMS_MAX;
use crate::file::fault::FileFault;
use crate::file::{Content, FileName, Judge};
use rstest::rstest;

fn name(text: &str) -> FileName {
    FileName::parse(text).unwrap()
}

/// A PDF whose objects stand packed in a stream, with a dictionary written as this.
fn packed(dictionary: &str, objects: &[u8]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    // So that the stream begins behind what is looked at as the head.
    bytes.extend(b"% a line of a comment\n".repeat(300));
    bytes.extend(format!("7 0 obj\n<<{dictionary}>>\nstream\r\n").bytes());
    bytes.extend(miniz_oxide::deflate::compress_to_vec_zlib(objects, 6));
    bytes.extend(b"\nendstream\nendobj\n%%EOF");
    bytes
}

/// What a file is judged as when it comes in by pieces of a size.
fn in_pieces(bytes: &[u8], size: usize) -> Result<Content, FileFault> {
    let mut judge = Judge::of(name("合同.pdf"));
    for piece in bytes.chunks(size) {
        judge.push(piece)?;
    }
    judge.finish()
}

#[test]
fn a_script_packed_in_a_stream_of_objects_is_found_however_the_bytes_come_in() {
    let filler = b"<</Type/Font/Name/F1>> ".repeat(5_000);
    let hidden = [&b"3 0 4 23 "[..], &filler, b"<</S/JavaScript/JS(app.alert(1))>>"].concat();
    let harmless = [&b"3 0 4 23 "[..], &filler].concat();
    let dictionary = "/Type/ObjStm/N 2/First 9/Filter/FlateDecode";
    for size in [1, 7, 4_096, 100_000, 1 << 20] {
        assert_eq!(in_pieces(&packed(dictionary, &hidden), size), Err(FileFault::ActivePdf), "{size}");
        assert_eq!(in_pieces(&packed(dictionary, &harmless), size), Ok(Content::Pdf), "{size}");
    }
    assert_eq!(in_pieces(&packed("/Type/Obj#53tm", &hidden), 4_096), Err(FileFault::ActivePdf));
}

#[test]
fn a_pdf_whose_objects_cannot_be_looked_into_is_refused() {
    let objects = b"3 0 <</S/JavaScript>>";
    let predicted = packed("/Type/ObjStm/DecodeParms<</Predictor 12>>", objects);
    let twice = packed("/Type/ObjStm", &miniz_oxide::deflate::compress_to_vec_zlib(objects, 6));
    let mut encrypted = packed("/Type/ObjStm", objects);
    for byte in encrypted.iter_mut().skip_while(|byte| **byte != b'\r').skip(2) {
        *byte ^= 0x5a;
    }
    let bomb = packed("/Type/ObjStm", &[&b"3 0 4 23 "[..], &vec![b' '; 65 << 20]].concat());
    for (what, bytes) in
        [("predicted", predicted), ("twice", twice), ("encrypted", encrypted), ("bomb", bomb)]
    {
        assert_eq!(in_pieces(&bytes, 1 << 20), Err(FileFault::HiddenPdf), "{what}");
    }
    // A parameter of the object before is none of this one.
    let mut before = b"%PDF-1.7\n6 0 obj\n<</DecodeParms<</Predictor 12>>>>\nendobj\n".to_vec();
    before.extend(&packed("/Type/ObjStm", b"3 0 4 9 <</A 1>>")[9..]);
    assert_eq!(in_pieces(&before, 64), Ok(Content::Pdf));
}

const PLAIN: &str = "/Type/ObjStm/N 2/First 9/Filter/FlateDecode";

#[rstest]
#[case(b"12 0 <</Type/Font>>")]
#[case(b"3 0<</A 1>>")]
#[case(b"7 0 [1 2 3]")]
#[case(b"7 0 (text)")]
#[case(b"7 0\0/Name")]
#[case(b"1 0 2 5 true null")]
#[case(b"1 0 -1")]
#[case(b"1234567 0 1234568 4 42 <<>>")]
#[case(b"")]
fn streams_of_few_objects_are_sound(#[case] objects: &[u8]) {
    for size in [1, 7, 4_096, 1 << 20] {
        assert_eq!(in_pieces(&packed(PLAIN, objects), size), Ok(Content::Pdf), "{size}");
    }
}

#[rstest]
#[case(b"<</Type/Font>>")]
#[case(b"12 <</Type/Font>>")]
#[case(b"12 0 x")]
#[case(b"/12 0")]
// A stream of objects holds no other.
#[case(b"1 0 <<>> 7 0 obj<</Type/ObjStm>>stream")]
fn what_does_not_begin_with_its_numbers_or_holds_a_stream_is_refused(#[case] objects: &[u8]) {
    for size in [1, 1 << 20] {
        assert_eq!(in_pieces(&packed(PLAIN, objects), size), Err(FileFault::HiddenPdf), "{size}");
    }
}

/// One after the other, each with an empty stream.
fn many(count: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let one = [&b"7 0 obj<</Type/ObjStm>>stream\n"[..], EMPTY, b"\nendstream "].concat();
    bytes.extend(one.repeat(count));
    bytes
}

const EMPTY: &[u8] = b"\x78\x9c\x03\x00\x00\x00\x00\x01";

#[test]
fn a_file_has_no_more_streams_of_objects_than_can_be_looked_into() {
    assert_eq!(in_pieces(&many(STREAMS_MAX), 8 << 20), Ok(Content::Pdf));
    assert_eq!(in_pieces(&many(STREAMS_MAX + 1), 8 << 20), Err(FileFault::HiddenPdf));
}

#[test]
fn no_decoy_turns_the_look_away_from_the_stream_that_a_reader_reads() {
    let filler = b"<</Type/Font/Name/F1>> ".repeat(50);
    let script = [&b"3 0 4 23 "[..], &filler, b"<</S/JavaScript/JS(app.alert(1))>>"].concat();
    let script = miniz_oxide::deflate::compress_to_vec_zlib(&script, 6);
    let decoys: [(&str, &str, &str); 8] = [
        ("a comment", "<</Type/ObjStm %stream\n", "\n/N 1>>"),
        ("a comment with an end", "<</Type/ObjStm %>>stream\n", "\nendstream\n/N 1>>"),
        ("a text", "<</Type/ObjStm/A(stream\n", ")/N 1>>"),
        ("letters of a text", "<</Type/ObjStm/A<stream\n", ">/N 1>>"),
        ("empty letters", "<</Type/ObjStm/A<>>>stream\n", "\nendstream /N 1>>"),
        ("no end", "<</Type/ObjStm>>stream\n", "\n/N 1>>"),
        ("a comment before", "<</A %/ObjStm>>stream\n", "\nendstream\n/Type/ObjStm/N 1>>"),
        ("a number in a comment", "<</DecodeParms<</Predictor 2>> %1 0 obj\n/Type/ObjStm/A ", "/N 1>>"),
    ];
    for (what, before, behind) in decoys {
        let long = "% a line of a comment\n".repeat(300);
        let mut bytes = format!("%PDF-1.7\n{long}7 0 obj{before}").into_bytes();
        bytes.extend([EMPTY, behind.as_bytes(), b"stream\n", &script, b"\nendstream\nendobj\n"].concat());
        for size in [1, 7, 1 << 20] {
            let judged = in_pieces(&bytes, size);
            assert!(matches!(judged, Err(FileFault::HiddenPdf)), "{what}, {size}: {judged:?}");
        }
    }
}

#[test]
fn a_type_that_heads_no_stream_is_passed_over_and_the_next_is_looked_into() {
    let mut bytes = b"%PDF-1.7\n5 0 obj\n<</X<</Y/ObjStm>> >>\nendobj\n".to_vec();
    bytes.extend(&packed(PLAIN, b"3 0 <</S/JavaScript>>")[9..]);
    for size in [1, 7, 1 << 20] {
        assert_eq!(in_pieces(&bytes, size), Err(FileFault::ActivePdf), "{size}");
    }
}

#[test]
fn a_stream_in_the_bytes_of_another_is_refused() {
    // Stored as it is: who reads the bytes raw finds a second stream there.
    let inner = b"1 0 (\n7 0 obj<</Type/ObjStm>>stream\n";
    let mut stored = vec![0x78, 0x01, 0x01, inner.len() as u8, 0, !(inner.len() as u8), 0xff];
    stored.extend(inner);
    let mut bytes = b"%PDF-1.7\n7 0 obj<</Type/ObjStm>>stream\n".to_vec();
    bytes.extend(stored);
    assert_eq!(in_pieces(&bytes, 16), Err(FileFault::HiddenPdf));
}

//! What a file is, told by its bytes.

use serde::{Deserialize, Serialize};

use crate::Lang;

/// What the bytes of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    Jpeg,
    Png,
    Webp,
    Gif,
    Bmp,
    Heic,
    Tiff,
    Pdf,
    Mp3,
    Wav,
    M4a,
    Amr,
    Mp4,
    Mov,
    /// A workbook, document or presentation of Office since 2007, or an OFD, which are zips inside.
    Xlsx,
    Docx,
    Pptx,
    Ofd,
    /// The same of Office before 2007, and of WPS.
    OldOffice,
    Text,
}

/// What belongs together: a name of one family on content of another is a lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    Image,
    Pdf,
    Recording,
    Office,
    Text,
}

/// How a browser gets a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Showing {
    /// It is shown in the page.
    Inline,
    /// It is saved, never opened.
    Attachment,
}

impl Content {
    /// Everything that may come in.
    pub const ALL: [Content; 20] = [
        Content::Jpeg,
        Content::Png,
        Content::Webp,
        Content::Gif,
        Content::Bmp,
        Content::Heic,
        Content::Tiff,
        Content::Pdf,
        Content::Mp3,
        Content::Wav,
        Content::M4a,
        Content::Amr,
        Content::Mp4,
        Content::Mov,
        Content::Xlsx,
        Content::Docx,
        Content::Pptx,
        Content::Ofd,
        Content::OldOffice,
        Content::Text,
    ];

    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Content::Jpeg => "jpeg",
            Content::Png => "png",
            Content::Webp => "webp",
            Content::Gif => "gif",
            Content::Bmp => "bmp",
            Content::Heic => "heic",
            Content::Tiff => "tiff",
            Content::Pdf => "pdf",
            Content::Mp3 => "mp3",
            Content::Wav => "wav",
            Content::M4a => "m4a",
            Content::Amr => "amr",
            Content::Mp4 => "mp4",
            Content::Mov => "mov",
            Content::Xlsx => "xlsx",
            Content::Docx => "docx",
            Content::Pptx => "pptx",
            Content::Ofd => "ofd",
            Content::OldOffice => "old_office",
            Content::Text => "text",
        }
    }

    /// The content of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Content::ALL.into_iter().find(|content| content.word() == word)
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Content::Jpeg => lang.pick("JPEG 图片", "JPEG image"),
            Content::Png => lang.pick("PNG 图片", "PNG image"),
            Content::Webp => lang.pick("WebP 图片", "WebP image"),
            Content::Gif => lang.pick("GIF 图片", "GIF image"),
            Content::Bmp => lang.pick("BMP 图片", "BMP image"),
            Content::Heic => lang.pick("HEIC 图片", "HEIC image"),
            Content::Tiff => lang.pick("TIFF 图片", "TIFF image"),
            Content::Pdf => lang.pick("PDF 文档", "PDF document"),
            Content::Mp3 => lang.pick("MP3 录音", "MP3 sound"),
            Content::Wav => lang.pick("WAV 录音", "WAV sound"),
            Content::M4a => lang.pick("M4A 录音", "M4A sound"),
            Content::Amr => lang.pick("AMR 录音", "AMR sound"),
            Content::Mp4 => lang.pick("MP4 录像", "MP4 film"),
            Content::Mov => lang.pick("MOV 录像", "MOV film"),
            Content::Xlsx => lang.pick("Excel 表格", "Excel workbook"),
            Content::Docx => lang.pick("Word 文档", "Word document"),
            Content::Pptx => lang.pick("PowerPoint 演示文稿", "PowerPoint presentation"),
            Content::Ofd => lang.pick("OFD 文档", "OFD document"),
            Content::OldOffice => lang.pick("旧版 Office 文件", "file of an older Office"),
            Content::Text => lang.pick("文本", "text"),
        }
    }

    /// The media type under which it is served; the browser is told to believe no other.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Content::Jpeg => "image/jpeg",
            Content::Png => "image/png",
            Content::Webp => "image/webp",
            Content::Gif => "image/gif",
            Content::Bmp => "image/bmp",
            Content::Pdf => "application/pdf",
            Content::Mp3 => "audio/mpeg",
            Content::Wav => "audio/wav",
            Content::M4a => "audio/mp4",
            Content::Mp4 => "video/mp4",
            Content::Mov => "video/quicktime",
            _ => "application/octet-stream",
        }
    }

    /// Only what a browser shows without running anything is shown by it.
    #[must_use]
    pub fn showing(self) -> Showing {
        match self.media_type() {
            "application/octet-stream" => Showing::Attachment,
            _ => Showing::Inline,
        }
    }

    #[must_use]
    pub fn family(self) -> Family {
        match self {
            Content::Jpeg | Content::Png | Content::Webp | Content::Gif => Family::Image,
            Content::Bmp | Content::Heic | Content::Tiff => Family::Image,
            Content::Pdf => Family::Pdf,
            Content::Mp3 | Content::Wav | Content::M4a | Content::Amr => Family::Recording,
            Content::Mp4 | Content::Mov => Family::Recording,
            Content::Xlsx | Content::Docx | Content::Pptx | Content::Ofd | Content::OldOffice => {
                Family::Office
            }
            Content::Text => Family::Text,
        }
    }

    /// Whether a small picture is made of it.
    #[must_use]
    pub fn has_thumbnail(self) -> bool {
        matches!(self, Content::Jpeg | Content::Png | Content::Webp)
    }
}

impl Family {
    /// The family that the ending of a name promises; none for an ending that promises nothing.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending {
            "jpg" | "jpeg" | "jpe" | "jfif" | "png" | "webp" | "gif" | "bmp" | "heic" | "heif" | "tif"
            | "tiff" => Some(Family::Image),
            "pdf" => Some(Family::Pdf),
            "mp3" | "wav" | "m4a" | "aac" | "amr" | "mp4" | "m4v" | "mov" | "3gp" => Some(Family::Recording),
            "xlsx" | "docx" | "pptx" | "ofd" | "xls" | "doc" | "ppt" | "wps" | "et" | "dps" => {
                Some(Family::Office)
            }
            "txt" | "csv" | "tsv" | "log" | "md" | "json" | "xml" => Some(Family::Text),
            _ => None,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Family::Image => lang.pick("图片", "an image"),
            Family::Pdf => lang.pick("PDF 文档", "a PDF document"),
            Family::Recording => lang.pick("录音录像", "a recording"),
            Family::Office => lang.pick("办公文档", "an office document"),
            Family::Text => lang.pick("文本", "text"),
        }
    }
}

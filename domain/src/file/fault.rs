//! Why a file does not come in.

use serde::{Deserialize, Serialize};

use super::content::Family;
use super::{FILE_BYTES_MAX, WAITING_MAX};
use crate::Lang;

/// Why a file does not come in, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileFault {
    NameMissing,
    /// It holds a path.
    NamePath,
    /// It holds control characters, or marks that turn its writing round.
    NameControl,
    NameLong,
    /// Nothing is inside.
    Empty,
    TooLarge,
    /// Too many wait for their sheet.
    TooMany,
    /// The case has as much evidence as one case can have.
    Full,
    /// It would have as much with the files that wait for their sheet.
    FullWithWaiting,
    /// A computer runs it.
    Runs,
    /// A browser draws it: HTML, SVG.
    WebPage,
    /// Packed: what is inside cannot be judged.
    Packed,
    /// An office document with macros.
    Macros,
    /// A PDF that runs scripts or starts programs.
    ActivePdf,
    /// A PDF with parts that cannot be looked into: encrypted, or packed in an unusual way.
    HiddenPdf,
    /// Nothing that is known.
    Unknown,
    /// The name says one thing, the content another.
    ImageByName,
    PdfByName,
    RecordingByName,
    OfficeByName,
    TextByName,
}

impl FileFault {
    /// The fault of a name that promises a family on content of another.
    #[must_use]
    pub fn lie(promised: Family) -> Self {
        match promised {
            Family::Image => FileFault::ImageByName,
            Family::Pdf => FileFault::PdfByName,
            Family::Recording => FileFault::RecordingByName,
            Family::Office => FileFault::OfficeByName,
            Family::Text => FileFault::TextByName,
        }
    }

    /// What to do, in the person's language.
    #[must_use]
    pub fn message(self, lang: Lang) -> String {
        let by_name = |family: Family| match lang {
            Lang::Zh => format!(
                "文件名的后缀说是{}，内容却不是：请打开核对，按实际格式另存后再传。",
                family.name(lang)
            ),
            Lang::En => format!(
                "By its name this is {}, by its content it is not: open it, save it as what it is and send that.",
                family.name(lang)
            ),
        };
        let words = match self {
            FileFault::ImageByName => return by_name(Family::Image),
            FileFault::PdfByName => return by_name(Family::Pdf),
            FileFault::RecordingByName => return by_name(Family::Recording),
            FileFault::OfficeByName => return by_name(Family::Office),
            FileFault::TextByName => return by_name(Family::Text),
            FileFault::TooLarge => {
                let most = FILE_BYTES_MAX >> 20;
                return lang.pick(
                    format!("文件超过 {most} MB：请分段录制或者分卷扫描后再传。"),
                    format!("The file is larger than {most} MB: record or scan it in parts."),
                );
            }
            FileFault::TooMany => {
                return lang.pick(
                    format!("本案已有 {WAITING_MAX} 个文件等待登记：请先登记或者取消一部分。"),
                    format!(
                        "{WAITING_MAX} files of this case wait to be entered: enter or cancel some first."
                    ),
                );
            }
            FileFault::NameMissing => ("文件没有名称：请命名后再传。", "The file has no name: give it one."),
            FileFault::NamePath => (
                "文件名里有 / 或 \\ ，或者只有点号：请改名后再传。",
                "The name holds / or \\, or nothing but dots: rename the file.",
            ),
            FileFault::NameControl => (
                "文件名里有看不见的控制字符：请改名后再传。",
                "The name holds control characters that nobody sees: rename the file.",
            ),
            FileFault::NameLong => {
                ("文件名超过 200 个字：请缩短后再传。", "The name is longer than 200 characters: shorten it.")
            }
            FileFault::Empty => ("文件是空的：请核对后再传。", "The file is empty: check it."),
            FileFault::Runs => (
                "这是程序或脚本，不能作为证据文件上传：需要固定的，请截图或者录屏后上传。",
                "This is a program or a script and is not taken: send a picture or a film of what it shows.",
            ),
            FileFault::WebPage => (
                "这是网页或 SVG 图形，浏览器会执行其中的内容：请打印为 PDF 或者截图后再传。",
                "This is a web page or an SVG drawing, which a browser runs: print it as a PDF or take a picture of it.",
            ),
            FileFault::Packed => (
                "这是压缩包，无法判断里面的内容：请解压后逐个上传。",
                "This is packed and cannot be judged: unpack it and send the files one by one.",
            ),
            FileFault::Macros => (
                "这份办公文档带有宏：请另存为不带宏的格式（.xlsx、.docx）或者打印为 PDF 后再传。",
                "This office document holds macros: save it without them (.xlsx, .docx) or print it as a PDF.",
            ),
            FileFault::HiddenPdf => (
                "这份 PDF 有加密或者特殊压缩的部分，无法检查：请去掉密码，或者用“打印为 PDF”另存后再传。",
                "Parts of this PDF are encrypted or packed in an unusual way and cannot be checked: remove the password, or print it to a new PDF and send that.",
            ),
            FileFault::Full => (
                "本案的证据文件（含已撤回的）已经满 2000 个，不能再增加：请把其余材料刻成光盘或者打印成纸质件，附证据提取单（D09）入卷，并告知系统管理员。",
                "This case has 2,000 pieces of evidence, withdrawn ones counted, as many as one case can have: keep the rest on a disc or on paper with a sheet of evidence (D09) in the dossier, and tell who runs the system.",
            ),
            FileFault::FullWithWaiting => (
                "本案的证据文件（含已撤回的）连同等待登记的文件已满 2000 个：请先取消等待登记的文件里不需要的。",
                "The pieces of evidence of this case, withdrawn ones counted, and the files that wait to be entered are 2,000: cancel those that are not needed.",
            ),
            FileFault::ActivePdf => (
                "这份 PDF 带有脚本或者会启动其他程序：请打开后“打印为 PDF”，传打印出来的一份。",
                "This PDF runs scripts or starts programs: open it, print it as a PDF and send the print.",
            ),
            FileFault::Unknown => (
                "认不出这个文件的内容：请另存为 PDF、图片、录音录像、Office 文档或者文本后再传。",
                "The content is not known: save it as a PDF, an image, a recording, an Office document or text.",
            ),
        };
        lang.pick(words.0.to_owned(), words.1.to_owned())
    }
}

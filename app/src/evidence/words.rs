//! Words of the pages of evidence.

use domain::file::PHONE_MINUTES;
use domain::{Instant, Lang};

crate::phrases! {
    title: "证据", "Evidence";
    back: "回到案件", "Back to the case";
    back_to_list: "回到证据列表", "Back to the evidence";
    note: "照片、扫描件、录音录像、办公文档，单个不超过 500 MB。文件加密保存，只有能看本案的人能打开，每次打开都有记录；登记后不能删除，只能写明理由撤回。",
        "Photographs, scans, recordings and office documents, each up to 500 MB. They are kept encrypted; whoever may see the case may open them, and each look is recorded. Once entered they are never deleted, only withdrawn with a reason.";
    none: "本案还没有证据文件。", "No evidence has been entered in this case.";
    number: "证据编号", "Number";
    file: "文件", "File";
    kind: "证据种类", "Kind of evidence";
    print_sheet: "打印提取单", "Print the sheet";
    collectors: "提取人", "Taken by";
    taken: "提取时间", "Taken";
    size: "大小", "Size";
    hash: "SHA-256", "SHA-256";
    withdrawn: "已撤回", "withdrawn";
    add: "添加证据", "Add evidence";
    files: "选择文件", "Choose files";
    files_hint: "可以一次选多个；同一次添加的文件共用上面这张证据提取单，每个文件各编一个号。",
        "Several at once: files that are added together share this evidence sheet, and each gets a number of its own.";
    drop: "也可以把文件拖到这里。", "Or drop files here.";
    source: "来源", "Source";
    source_hint: "谁提供的，或者从哪里提取的，如“道县某某商贸有限公司提供”。", "Who gave it or what it was taken from.";
    place: "提取地点", "Where it was taken";
    on: "提取日期", "Day";
    time: "提取时间", "Time";
    first: "提取人一", "First officer";
    second: "提取人二", "Second officer";
    pages: "页数", "Pages";
    pages_hint: "没有页数的留空。", "Empty where there are none.";
    party: "有关当事人", "Party that it is about";
    no_party: "不限于某一当事人", "none in particular";
    reporter: "举报人信息", "The reporter";
    reporter_hint: "能看出举报人是谁的材料归入副卷，当事人和法院不查阅。", "What tells who reported the case lies in the inner volume, which neither the party nor the court reads.";
    no_reporter: "没有举报人信息", "It does not tell who reported the case";
    names_reporter: "有举报人信息，归入副卷", "It tells who reported the case: inner volume";
    inner: "副卷", "inner volume";
    choose: "请选择", "Choose";
    enter: "登记为证据", "Enter as evidence";
    waiting: "等待登记的文件", "Files that wait to be entered";
    waiting_hint: "勾选的文件随上面的提取单一起登记；没有登记的，24 小时后自动清除。",
        "Ticked ones are entered with the sheet above; what is not entered is cleared after 24 hours.";
    unfinished: "没有传完：再选一次同一个文件，从断开的地方接着传。", "Not all of it is here: choose the same file again to go on where it broke off.";
    cancel: "取消", "Cancel";
    retry: "重试", "Retry";
    sent: "已传完，等待登记", "sent, waits to be entered";
    sending: "正在上传", "sending";
    queued: "排队中", "waiting for its turn";
    interrupted: "连接断开，正在重新连接……", "The connection broke; trying again…";
    failed: "没有传完：请检查网络后点“重试”，从断开的地方接着传。", "Not sent: check the connection and press Retry; it goes on where it broke off.";
    still_sending: "还有文件在上传，请传完后再登记。", "Files are still being sent: enter them when they are here.";
    nothing: "请选择文件，或者勾选等待登记的文件。", "Choose a file, or tick one that waits.";
    not_whole: "没有传完，请先传完。", "not all of it is here yet.";
    only_officers: "证据由本案承办人员登记和撤回：不是承办人员的请联系承办人员；已经移送的、没有立案就办结的案件不再增减，已经归档的案件在有复议、诉讼未结时才能补充。", "Evidence is entered and withdrawn by the officers of the case: ask them. A case that went elsewhere or was closed without a filing takes none any more; an archived one does only while a reconsideration or a suit is under way.";
    done_added: "证据已登记。", "The evidence is entered.";
    done_withdrawn: "证据已撤回，文件仍然保留。", "The evidence is withdrawn; the file stays.";
    done_cancelled: "已取消，传来的部分会清除。", "Cancelled; what was sent is cleared.";
    open: "打开", "Open";
    download: "下载", "Download";
    download_only: "这类文件只供下载，不在浏览器里打开。", "Files of this kind are saved, never opened in the browser.";
    details: "证据提取单和查看记录", "Sheet and looks";
    sheet: "证据提取单", "Evidence sheet";
    content: "文件内容", "Content";
    added: "登记", "Entered";
    history: "办理和查看记录", "What was done, and looks";
    act_added: "登记", "entered";
    act_came: "随案接收", "took it over with the case";
    came: "随案移送", "Came with the case";
    act_looked: "打开文件", "opened the file";
    act_withdrawn: "撤回", "withdrew it";
    withdraw: "撤回证据", "Withdraw the evidence";
    withdraw_note: "撤回后编号不再使用，文件仍然保留，理由显示在列表中。", "Its number is not used again, the file stays, and the reason is shown in the list.";
    reason: "撤回理由", "Why it is withdrawn";
    reason_hint: "不超过 200 个字。", "Up to 200 characters.";
    withdraw_button: "确认撤回", "Withdraw it";
    withdrawn_before: "这份证据已经撤回。", "This evidence was withdrawn before.";
    no_reason: "请填写撤回的理由，不超过 200 个字。", "Say why it is withdrawn, in up to 200 characters.";
    broken_off: "上传中断：请检查网络后再传一次；单次不使用脚本上传的总量不超过 2 GB。",
        "The upload broke off: check the connection and send it again; without a script all files together take up to 2 GB.";
    not_next: "这一段的位置不对：请从已收到的位置接着传。", "This is not the next part: go on from what was received.";
    wrong_part: "这一段的长度不对：请重新选择文件后再传。", "This part is of a wrong length: choose the file again.";
    phone: "用手机拍", "Use a phone";
    phone_hint: "手机扫码即可拍照上传，不用登录。", "Scan a code with a phone to photograph and send, without signing in.";
    phone_scan: "请用手机扫描二维码，在打开的页面拍照或选择文件。", "Scan the code with a phone, then photograph or choose files on the page that opens.";
    phone_arrives: "手机传来的文件随后出现在“等待登记的文件”里，在这里填写提取单后登记。",
        "What the phone sends appears among the files that wait; fill in the sheet and enter them here.";
    phone_code: "手机上传的二维码", "Code for the phone";
    phone_arrived: "手机传来了新文件。", "A file came from the phone.";
    phone_title: "上传证据文件", "Send evidence files";
    phone_note: "这里只能上传，看不到案件的内容。原图原样保存，不压缩。", "Files can only be sent here; nothing of the case is shown. They are kept as they are, not compressed.";
    phone_photograph: "拍照", "Photograph";
    phone_choose: "选择照片或文件", "Choose pictures or files";
    phone_send: "上传", "Send";
    phone_next: "传完后请回到电脑，填写证据提取单并登记。", "Then go back to the computer, fill in the evidence sheet and enter the files.";
    phone_over: "这个二维码已经失效：请在电脑的证据页重新点“用手机拍”，再扫新的二维码。", "This code is no longer valid: press “Use a phone” again on the computer and scan the new code.";
    phone_sent: "已传到电脑。", "sent to the computer";
    gone: "有文件已经取消，或者超过 24 小时没有登记，已被清除：没有登记为证据，请重新选择文件上传。",
        "A file was cancelled, or waited for more than 24 hours and was cleared: it was not entered; choose it again.";
    sign_in: "登录已过期：请在另一个标签页登录，再回到这里点“重试”。", "Your session ended: sign in in another tab, come back and press Retry.";
}

/// `道县某某.jpg：……` of a file that did not come in.
#[must_use]
pub fn of_file(name: &str, what: &str, lang: Lang) -> String {
    lang.pick(format!("“{name}”：{what}"), format!("“{name}”: {what}"))
}

/// 道县商务局 道商案〔2026〕1号 证据3
#[cfg(feature = "ssr")]
#[must_use]
pub fn came_from(came: &store::CameFrom, lang: Lang) -> String {
    let what = match came.number {
        Some(number) => lang.pick(format!("证据{number}"), format!("evidence {number}")),
        None => lang.pick("文书", "paper").to_owned(),
    };
    [came.bureau.as_str(), &came.case_number, &what].join(" ")
}

/// 已收到 3.0 MB，共 10.0 MB
#[must_use]
pub fn received(received: &str, size: &str, lang: Lang) -> String {
    lang.pick(format!("已收到 {received}，共 {size}"), format!("{received} of {size} received"))
}

/// 15:42 前有效（15 分钟）
#[must_use]
pub fn phone_until(until: Instant, lang: Lang) -> String {
    let clock = until.in_shanghai().format("%H:%M");
    lang.pick(
        format!("{clock} 前有效（{PHONE_MINUTES} 分钟）"),
        format!("valid until {clock} ({PHONE_MINUTES} minutes)"),
    )
}

/// 已上传 3 个文件。
#[must_use]
pub fn phone_received(count: usize, lang: Lang) -> String {
    lang.pick(format!("已上传 {count} 个文件。"), format!("Files sent: {count}."))
}

/// A number of bytes as people say it.
#[must_use]
pub fn bytes(size: u64) -> String {
    let tenths = |unit: u64| format!("{}.{}", size / unit, size % unit * 10 / unit);
    match size {
        0..=1023 => format!("{size} B"),
        1024..=1_048_575 => format!("{} KB", tenths(1 << 10)),
        _ => format!("{} MB", tenths(1 << 20)),
    }
}

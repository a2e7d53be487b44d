//! Words of comments.

crate::phrases! {
    title: "评论", "Comments";
    mark: "不入卷", "not in the dossier";
    hint: "同事之间的讨论，不属于案卷：不打印、不归档、不随案移送，市局调阅时看不到。",
        "Said among colleagues and no part of the dossier: not printed, not filed, not sent along with the case, and not seen in a visit.";
    none: "还没有评论。", "Nobody has commented yet.";
    comment: "评论内容", "Your comment";
    comment_hint: "最多 2000 字。发表后十分钟内可以撤回，不能修改。",
        "2,000 characters at most. It can be withdrawn for ten minutes and is never edited.";
    mention: "提醒谁（@）", "Mention (@)";
    mention_hint: "在正文中写“@姓名”（两个字的姓名后空一格），或在这里勾选；只列出现在能看本案的同事。被提醒的人在“今日提醒”里收到。",
        "Write @name above (a space behind a name of two characters), or tick here: colleagues who can see this case now. Whoever is mentioned finds it among the reminders.";
    post: "发表", "Comment";
    withdraw: "撤回", "Withdraw";
    withdrawn: "这条评论已撤回。", "This comment was withdrawn.";
    earlier: "更早的评论", "Earlier comments";
    newest: "最新的评论", "The newest comments";
    done: "已发表。", "Your comment stands below.";
    withdrawn_done: "已撤回，内容不再显示。", "Withdrawn: its words are no longer shown.";
    stays: "已超过十分钟，不能撤回。请另写一条说明。",
        "More than ten minutes have passed, it stays. Write another that explains it.";
}

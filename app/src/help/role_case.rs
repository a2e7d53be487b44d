//! The pages of those who work on cases.

use super::role::{Guide, Place};

const SEARCH: Place = (
    ("一件案件、一家单位", "A case, a business"),
    (
        "顶部搜索框，写案号、名称、地名或拼音首字母",
        "The search field on top: number, name, place, pinyin initials",
    ),
);
const REFUSED: Place = (
    ("按钮是灰的", "A button is grey"),
    (
        "按钮下面写着为什么、谁来打开；点“说明”看条款",
        "Below it: why, and who opens it; “Why” leads to the article",
    ),
);

/// 执法人员
pub const OFFICER: Guide = Guide {
    day: &[
        (
            "早上打开“我的待办”。上面一栏是要您办的，下面灰色的是在等别人的。每行写着下一步、最后期限和是谁的期限。",
            "In the morning open “My work”. Above stands what is yours to do, below in grey what waits for others. Each row says the next act, its last day and whose term it is.",
        ),
        (
            "外出检查、询问回来，当天登记。日期填事情发生的那一天，系统据此算期限。",
            "Record inspections and interviews on the day. Enter the day on which it happened: the terms are counted from it.",
        ),
        (
            "需要负责人批准的，照样由您填好，点“提请”。批准之前不生效，退回时原来填的都在。",
            "What the head must approve you fill in and propose. It does not count before; when it is sent back all you typed is still there.",
        ),
    ],
    places: &[
        (
            ("要办的事", "What is to be done"),
            ("我的待办；“今日提醒”里有快到期的", "My work; what falls due soon stands in the reminders"),
        ),
        (
            ("现场文书用的号段文号", "Numbers for papers on the spot"),
            (
                "管理 → 号段：由负责人领给您，用掉或者作废，30 天不用会列出",
                "Administration → number blocks: the head allots them; each is used or void",
            ),
        ),
        SEARCH,
        (
            ("期限怎么算的", "How a term was counted"),
            (
                "点期限标签，或者案件页的“期限”，有每一天的说明",
                "Open the badge of a term, or the terms on the case's page",
            ),
        ),
        REFUSED,
        (
            ("全案的案卷、当事人要查阅的案卷", "The whole dossier, and what a party may read"),
            (
                "案件页 → 案卷：生成正卷、副卷或者当事人查阅本",
                "The case's page → Dossier: the main volume, the inner one, or the party's copy",
            ),
        ),
        (
            ("纸上在办的老案件", "Cases that are open on paper"),
            ("案件 → 补录在办案件", "Cases → bring in open cases"),
        ),
        (("期限试算", "Counting a term by hand"), ("期限计算器", "Term calculator")),
    ],
    ways: &[
        (
            ("办一件普通程序案件", "An ordinary case"),
            &[
                ("登记线索，写清涉嫌的情况。", "Register the clue."),
                (
                    "核查，做笔录；十五个工作日内提请立案或者不予立案。",
                    "Verify and record; within fifteen working days propose to file, or not.",
                ),
                ("立案后两人调查，每次笔录都登记。", "Investigate in twos and enter each record."),
                (
                    "调查终结，提出处理建议，送法制审核。",
                    "Conclude with a proposal; the reviewer looks at it.",
                ),
                (
                    "提请批准事先告知，批准后送达当事人。",
                    "Propose the advance notice and, approved, serve it.",
                ),
                (
                    "期满或者放弃后，有申辩的先复核，再提请作出决定。",
                    "When the terms are over, answer the defence and propose the decision.",
                ),
                (
                    "送达决定书，记录缴款，办完后提请结案。",
                    "Serve the decision, record payments, propose to close.",
                ),
            ],
        ),
        (
            ("制作文书", "A paper is made"),
            &[
                (
                    "案件页点“本案文书”：缺什么、到哪里填，逐份写着；先看预览。",
                    "On the case open its papers: each says what it lacks and where it is entered. Look at the preview first.",
                ),
                (
                    "内容齐备的点“制作”：编号、定稿，以后不再改动。打印，点“已打印”，送签名、盖章。",
                    "What lacks nothing is made: numbered, and never changed again. Print it, mark it, have it signed and sealed.",
                ),
                (
                    "签章件收回当天登记收回日期；还没有收回的在“我的待办”的“未回文书”里。",
                    "Mark the day on which it is back; those that are not stand under “Papers not back” in My work.",
                ),
                (
                    "签章件很多时，在“未回文书”点“扫描件入卷”：一次扫描、顺序不限，系统按二维码分到各份文书；没有二维码的页由您选择，确认后一起登记收回，扫描件放在文书旁边，正卷、副卷装订扫描件。缺页的会指出缺哪一页；装错的在文书下面写明理由撤回。",
                    "Many signed copies are brought at once under “Papers not back”: scan them in any order, each page is known by its code, and of pages without one you choose. Once confirmed they are back, the scan stands beside the paper and lies in the dossier. A missing page is told; what was entered by mistake is withdrawn with a reason.",
                ),
                (
                    "案件内容后来更正了，列表会提示不一致，点“重新制作并替换”；打印坏了不用作废，再打印一次即可。",
                    "After a correction the list says that the paper no longer agrees: make it anew. A spoilt print needs no new paper, only printing again.",
                ),
            ],
        ),
        (
            ("登记证据文件", "Files become evidence"),
            &[
                (
                    "案件页点“证据文件”，填提取单，选文件（可以一次选多个，单个不超过 500 MB），点“登记为证据”。",
                    "On the case open its evidence files, fill in the sheet, choose files (several at once, each up to 500 MB) and enter them.",
                ),
                (
                    "断网了不用重来：点“重试”，或者再选一次同一个文件，从断开的地方接着传。",
                    "A broken connection costs nothing: press Retry, or choose the same file again, and it goes on.",
                ),
                (
                    "传错了在该文件页写明理由撤回；文件和编号仍然保留，每次打开都有记录。",
                    "Sent by mistake it is withdrawn on its page with a reason; file and number stay, and each look is recorded.",
                ),
            ],
        ),
        (
            ("查财物、对账目", "Goods and money are looked up"),
            &[
                (
                    "案件页点“财物与款项”：每件物品在哪里、去了哪里，罚款、加处罚款、已缴、尚欠，都由办案记录算出。",
                    "On the case open its goods and money: where each thing is or went, what is owed, what came and what is left.",
                ),
                (
                    "全局的在“缴款台账”里：未缴清的按缴款期限排列，逾期的单独一页，可以导出 Excel。",
                    "The bureau's stand in the payment ledger, by the day on which money is to come; the overdue ones by themselves; exported to Excel.",
                ),
                (
                    "银行给的缴款明细在“缴款台账”的“银行对账”里上传：先核对，再入账；金额不符、找不到的逐行写明原因，同一笔不会入两次。",
                    "The bank's list is uploaded under the ledger: compared first, then booked; each row that fits nowhere says why, and none is booked twice.",
                ),
            ],
        ),
        (
            ("当场处罚", "A penalty on the spot"),
            &[
                ("在“登记线索”页选“当场处罚”。", "On the page of a new clue choose the penalty on the spot."),
                (
                    "两人出示证件、告知权利、听取意见，一页填完。",
                    "Show certificates, tell the rights, hear the party: one page.",
                ),
                (
                    "当场交付决定书，两个工作日内报本局备案。",
                    "Hand the decision over, and report it within two working days.",
                ),
            ],
        ),
        (
            ("登记错了", "Something was entered wrongly"),
            &[
                ("十分钟内：在案件页时间线上点“撤回”。", "Within ten minutes: take it back on the timeline."),
                (
                    "超过十分钟：点那一条后面的“更正”，写明原因。",
                    "Later: “Correct” beside the entry, with the reason.",
                ),
            ],
        ),
    ],
};

/// 法制审核人员
pub const REVIEWER: Guide = Guide {
    day: &[
        (
            "“我的待办”里列出等您审核的案件。期限是收到材料后十个工作日。",
            "“My work” lists the cases that wait for your review. The term is ten working days from the papers.",
        ),
        (
            "您可以看全部案件，但不能承办、主持听证或者审批自己审核的案件。",
            "You read all cases, and neither work on, host nor approve one that you review.",
        ),
    ],
    places: &[
        (("等审核的", "What waits"), ("我的待办", "My work")),
        SEARCH,
        (("条款和幅度", "Articles and ranges"), ("行业与法规", "Industries and law")),
        REFUSED,
    ],
    ways: &[(
        ("审核一件案件", "Reviewing a case"),
        &[
            ("打开案件，看时间线、笔录和处理建议。", "Open the case: timeline, records, proposal."),
            (
                "点“法制审核”，选同意、修改后同意、退回或者不同意。",
                "“Give the legal review”: agree, with changes, return, or disagree.",
            ),
            (
                "写清对职权、事实、依据、程序、裁量的意见。",
                "Say why: power, facts, law, procedure, discretion.",
            ),
            (
                "之后处罚加重或者举行了听证，案件会再回到您这里。",
                "If it becomes heavier or a hearing is held, it comes to you again.",
            ),
        ],
    )],
};

/// 分管负责人
pub const HEAD: Guide = Guide {
    day: &[
        (
            "打开“审批”，左边是等您批的，右边一屏看完一件：当事人、事实、条款、金额和幅度，以及您上次看过之后改了什么。",
            "Open the approvals: left what waits, right one proposal on one screen with party, facts, article, amount against range, and what changed since you last saw it.",
        ),
        (
            "同意之后才生效，以您同意的那一天为准。退回要写原因，对方的表单会按原样打开。",
            "It counts from the day of your approval. When you send it back, say why; the form opens there as it was.",
        ),
    ],
    places: &[
        (("等审批的", "What waits for approval"), ("审批", "Approvals")),
        (
            ("快到期和超期的", "What falls due or is overdue"),
            (
                "我的待办、今日提醒；“本周期限表”可以打印",
                "My work and the reminders; the week's terms print on one page",
            ),
        ),
        (
            ("出差时请人代批", "Somebody approves while you are away"),
            ("管理 → 委托审批", "Administration → delegations"),
        ),
        (
            ("现场文书用的号段文号", "Numbers for papers on the spot"),
            (
                "管理 → 号段：给执法人员领用；超过 30 天未使用的列在这里",
                "Administration → number blocks: allot them to officers; what is unused for 30 days is listed",
            ),
        ),
        (("移交给外县区的", "What goes to other counties"), ("移送来的案件", "Cases sent to us")),
        REFUSED,
    ],
    ways: &[
        (
            ("批一件", "Deciding on a proposal"),
            &[
                ("看右边的内容，黄色的是上次之后改过的。", "Read the right side; what changed is marked."),
                (
                    "点“同意”，或者写明原因点“退回”。键盘：a 同意，r 写退回原因，n 下一件。",
                    "Approve, or send back with a reason. Keys: a approves, r the reason, n the next one.",
                ),
                ("按钮是灰的，下面写着缺什么。", "A grey button says below what is missing."),
            ],
        ),
        (
            ("组织集体讨论", "A collective discussion"),
            &[
                (
                    "情节复杂或者处罚较重的，案件页会提示须经集体讨论。",
                    "The case says where a discussion is needed.",
                ),
                (
                    "讨论后登记每个人的意见和结论，承办人不表决。",
                    "Enter each opinion and the conclusion; officers have no voice.",
                ),
                ("按结论作出决定。", "Decide as concluded."),
            ],
        ),
    ],
};

/// 主要负责人
pub const CHIEF: Guide = Guide {
    day: &[
        (
            "分管负责人能批的您都能批。只有您能决定：涉嫌犯罪是否移送公安机关（接到报告后三日内）。",
            "You approve all that the head approves. Yours alone: whether a suspected crime goes to the police, within three days of the report.",
        ),
        ("集体讨论由您主持。", "You chair the collective discussion."),
    ],
    places: &[
        (("等审批的", "What waits for approval"), ("审批", "Approvals")),
        (
            ("本局的进度", "How the bureau stands"),
            ("我的待办、案件；“本周期限表”", "My work, cases, the week's terms"),
        ),
        (
            ("证件号码和电话", "Identity numbers and phones"),
            (
                "案件页当事人旁，须写明理由，查看会留痕",
                "Beside the party on the case's page, with a reason; it is written down",
            ),
        ),
        REFUSED,
    ],
    ways: &[(
        ("决定移送公安机关", "Deciding on a suspected crime"),
        &[
            (
                "打开案件，看两名执法人员的书面报告。",
                "Open the case and read the report of the two officers.",
            ),
            ("点“审批移送公安机关”，选批准或者不批准，写明理由。", "Decide, with reasons."),
            ("批准的，二十四小时内移交。", "Approved, it is handed over within 24 hours."),
        ],
    )],
};

//! The pages of those who keep registers, run training, administer, and of the city.

use super::role::Guide;

/// 查阅人员
pub const READER: Guide = Guide {
    day: &[(
        "可以查看本单位的案件、经营主体和培训资料，不能修改。证件号码和电话只显示末几位。",
        "You read the bureau's cases, businesses and training, and change nothing. Identity numbers and phones show their last digits only.",
    )],
    places: &[
        (
            ("案件、单位、学员", "Cases, businesses, trainees"),
            ("顶部搜索框或者左侧菜单", "The search on top or the menu"),
        ),
        (("条款", "Articles"), ("行业与法规", "Industries and law")),
        (("期限", "Terms"), ("期限计算器、工作日历", "Term calculator and calendar")),
    ],
    ways: &[(
        ("找一件案件", "Finding a case"),
        &[
            (
                "在顶部搜索框写记得的内容，如序号“44”、店名、路名。",
                "Type what you remember: “44”, a shop, a road.",
            ),
            ("在结果里点案件。", "Open it from the results."),
        ],
    )],
};

/// 登记人员
pub const REGISTRAR: Guide = Guide {
    day: &[(
        "登记和更新经营主体及其许可证件。快到期的证件用“经营主体”的筛选找出来。",
        "You keep the register of businesses and licences. The filter of the list finds licences that run out.",
    )],
    places: &[
        (("一家单位", "A business"), ("经营主体，或者顶部搜索框", "Establishments, or the search on top")),
        (("整批导入", "A whole ledger"), ("经营主体 → 导入台账", "Establishments → import")),
        (
            ("导出", "Export"),
            ("经营主体列表上的“导出”，按筛选结果导出", "On the list; it follows the filter"),
        ),
    ],
    ways: &[
        (
            ("导入台账", "Importing a ledger"),
            &[
                ("下载模板，或者直接用现有的 .xlsx 台账。", "Take the template, or the ledger as it is."),
                (
                    "上传，先看核对结果：新增、变化、跳过、有错各多少。",
                    "Upload it and look at what was found: new, changed, skipped, wrong.",
                ),
                (
                    "有错的，下载标红的工作簿，只改红色的，再上传。",
                    "Download the marked workbook, mend the red cells, upload again.",
                ),
                (
                    "选择全部导入或者只导入正确的。七天内可以整批撤销。",
                    "Take all or only what is right. For seven days it can be undone.",
                ),
            ],
        ),
        (
            ("新登记一家", "A new business"),
            &[
                ("先搜索，避免重复登记。", "Search first."),
                (
                    "经营主体 → 新增主体，照营业执照和许可证填写。",
                    "Establishments → add, as the licences say.",
                ),
                (
                    "保存。名称变更也在这里改，旧名称仍能搜到。",
                    "Save. A change of name is made here too; the old one is still found.",
                ),
            ],
        ),
    ],
};

/// 档案员
pub const ARCHIVIST: Guide = Guide {
    day: &[
        (
            "“我的待办”列着结案后等您归档的案件，三十日内办理。",
            "Your list has the closed cases that wait to be archived, each within thirty days.",
        ),
        (
            "按案件页“案卷”中的目录核对纸质案卷是否齐全，齐全的登记“归档”。",
            "You check the paper file against the catalogue of the case's dossier, and archive it when it is complete.",
        ),
    ],
    places: &[
        (("已结案的", "Closed cases"), ("案件，按阶段“结案”筛选", "Cases, filtered by stage")),
        (("文号", "Numbers"), ("顶部搜索框写文号，如“罚决 18”", "The search: a number such as “罚决 18”")),
    ],
    ways: &[(
        ("核对一卷", "Checking a file"),
        &[
            (
                "打开案件的“案卷”，先看“缺少的材料”。",
                "Open the dossier of the case and begin with what is missing.",
            ),
            (
                "按正卷、副卷的目录逐条对照纸质文书和送达回证。",
                "Compare each paper and proof of service with the catalogues of both volumes.",
            ),
            (
                "点“生成正卷”“生成副卷”，下载的 PDF 带封面、目录、页号和备考表，可以直接打印装订。",
                "“Make the main volume”, “Make the inner volume”: the PDF has cover, catalogue, page numbers and end sheet, ready to be printed and bound.",
            ),
            (
                "缺的告诉承办人补上；补不上的写进备考表说明。",
                "Tell the officers what is missing; what cannot be had stands in the end sheet.",
            ),
            (
                "在案件页登记“归档”：档号、页数、保管期限。",
                "Archive it on the case's page: number, pages, how long it is kept.",
            ),
        ],
    )],
};

/// 培训专干
pub const TRAINER: Guide = Guide {
    day: &[
        (
            "打开“培训班”，进今天有课的班，点课次点名。手机上也能点，没有网时先记下，有网再上传。",
            "Open the class that meets today and call the roll of the session. It works on a phone; without a net it is kept and sent later.",
        ),
        (
            "报名、录取、考核、发证都在班级页上。灰色按钮下面写着为什么不能办。",
            "Applications, acceptance, exams and certificates are on the class's page. A grey button says why.",
        ),
    ],
    places: &[
        (("今天的课", "Today's session"), ("培训班 → 班级 → 课程表", "Classes → the class → timetable")),
        (
            ("一名学员", "A trainee"),
            ("学员，写姓名或者完整证件号", "Trainees, by name or whole identity number"),
        ),
        (("证书", "Certificates"), ("证书，写编号或者持证人", "Certificates, by number or holder")),
        (("花名册导入", "A roll as a workbook"), ("学员 → 导入", "Trainees → import")),
        (
            ("签到表", "Attendance sheet"),
            ("班级页的“签到表”，可直接打印", "On the class's page, ready to print"),
        ),
    ],
    ways: &[
        (
            ("办一个班", "Running a class"),
            &[
                (
                    "起草培训项目并提交，由负责人批准。",
                    "Draft the programme and submit it; the head approves.",
                ),
                ("在项目里筹备培训班，排课次。", "Plan a class and its sessions."),
                (
                    "开放报名，逐人登记，录取或者列入候补。",
                    "Open enrolment, register, accept or put on the waiting list.",
                ),
                ("开班，每课点名。", "Open the class; call the roll each session."),
                ("课上完后登记成绩，结业，发证。", "Record marks, finish the class, issue certificates."),
            ],
        ),
        (
            ("点名", "Calling the roll"),
            &[
                ("进课次，先点“全部到”，再点没来的人。", "“All present”, then tap who is not."),
                ("应到、实到人数一直在上面。", "Expected and present stand on top."),
                (
                    "点错了再点一次；提交后用“更正签到”，须由另一人核对。",
                    "Tap again to undo; later correct it, with a second person.",
                ),
            ],
        ),
    ],
};

/// 统计员
pub const STATISTICIAN: Guide = Guide {
    day: &[(
        "查看本单位的案件、主体和培训记录，核对上报数字。全市数字由市局统计分析人员看。",
        "You read the bureau's records and check the numbers that are sent up. The city's figures are read by the city's analyst.",
    )],
    places: &[
        (
            ("案件数量", "How many cases"),
            ("案件，各分栏和筛选都带数量", "Cases: each tab and filter shows its number"),
        ),
        (("培训人数", "How many people were trained"), ("培训项目、培训班", "Programmes and classes")),
    ],
    ways: &[(
        ("核对一个数", "Checking a number"),
        &[
            ("在列表里按时间、行业、阶段筛选。", "Filter the list."),
            ("看列表上的总数；合计不一致的，逐件核对。", "Read the total; where it differs, look at each."),
        ],
    )],
};

/// 单位管理员
pub const BUREAU_ADMIN: Guide = Guide {
    day: &[(
        "管人员、角色、证件和本单位设置，看不到案件内容。新单位先看“开局清单”，缺什么一目了然。",
        "You look after members, roles, certificates and settings, and see no case. A new bureau begins with its first-day list.",
    )],
    places: &[
        (
            ("人员、角色、执法证", "Members, roles, certificates"),
            ("管理 → 单位成员", "Administration → members"),
        ),
        (
            ("单位名称、地址、电话、银行账户", "Names, address, phone, bank"),
            ("管理 → 单位设置", "Administration → settings"),
        ),
        (("本单位能办哪些行业", "Which industries"), ("管理 → 本单位职权", "Administration → powers")),
        (
            ("开局缺什么", "What is missing at the start"),
            ("管理 → 开局清单", "Administration → first-day list"),
        ),
    ],
    ways: &[
        (
            ("新来一个人", "A new colleague"),
            &[
                ("管理 → 单位成员 → 新增，填工号、姓名、角色。", "Members → add: work number, name, roles."),
                ("打印一次性密码条，当面交给本人。", "Print the one-time slip and hand it over."),
                ("执法人员再登记执法证号和有效期。", "For officers enter the certificate and its days."),
            ],
        ),
        (
            ("忘记密码", "A forgotten password"),
            &[
                ("管理 → 单位成员，打开这个人。", "Members, open the person."),
                (
                    "点“生成新的一次性密码”，打印交给本人。",
                    "Make a new one-time password, print it, hand it over.",
                ),
            ],
        ),
        (
            ("有人离开", "Somebody leaves"),
            &[
                ("先由负责人办“工作交接”，把未办完的交出去。", "The head hands the open work over first."),
                ("再在单位成员里写上截止日期。", "Then enter the last day of the membership."),
            ],
        ),
    ],
};

/// 市局统计分析
pub const CITY_ANALYST: Guide = Guide {
    day: &[(
        "看全市各县区的办案和培训数字，只有数量，没有姓名和单位名称。",
        "You read the figures of all counties: numbers only, no names.",
    )],
    places: &[
        (
            ("全市数字", "The city's figures"),
            (
                "督查与调阅 → 全市总览；可选时间、县区、行业",
                "Oversight → The city at a glance; choose period, county, industry",
            ),
        ),
        (("一个数的含义", "What a figure means"), ("数字旁的“？”", "The “?” beside it")),
        (("表格", "As a table"), ("看板下方的表；可以下载 CSV", "Below the map; CSV for download")),
    ],
    ways: &[(
        ("做一张月报", "The month's numbers"),
        &[
            ("选好时间和行业。", "Choose period and industry."),
            (
                "看地图和表，合计下面说明了不能直接相加的数。",
                "Look at map and table; a line says where a total is no sum.",
            ),
            ("下载 CSV。", "Download the CSV."),
        ],
    )],
};

/// 市局督办
pub const CITY_SUPERVISOR: Guide = Guide {
    day: &[(
        "看全市数字；需要看某县区的记录时，写明理由发起调阅，限时、只读，县里能看到谁看了什么。",
        "You read the figures; for a county's records you begin a visit with a reason. It is read-only and bounded in time, and the county sees who looked at what.",
    )],
    places: &[
        (("调阅", "Visits"), ("督查与调阅 → 调阅记录", "Oversight → visits")),
        (
            (
                "各单位超期的期限、迟迟没有答复的移送",
                "Overdue terms of the bureaus, transfers without an answer",
            ),
            ("督查与调阅 → 超期与移送未答复", "Oversight → overdue terms and transfers"),
        ),
        (("指定管辖", "Designations"), ("督查与调阅 → 指定管辖", "Oversight → designations")),
    ],
    ways: &[
        (
            ("调阅一个县区", "Visiting a county"),
            &[
                ("调阅记录 → 开始调阅，选县区、理由和时长。", "Visits → begin: county, reason, how long."),
                ("查看案件、主体、培训；上方一直显示剩余时间。", "Look; the bar shows the time left."),
                ("看完点“结束调阅”。", "End the visit."),
            ],
        ),
        (
            ("指定管辖", "Designating a county"),
            &[
                (
                    "督查与调阅 → 指定管辖，选由哪个县区办理，写明文号和理由。",
                    "Designations: which county, with number and reason.",
                ),
                ("该县区立案时即可选用这份文书。", "That county then chooses the order when it files."),
            ],
        ),
    ],
};

/// 市局系统管理
pub const CITY_ADMIN: Guide = Guide {
    day: &[(
        "管单位、账号和工作日历，看不到案件内容。",
        "You look after bureaus, accounts and the calendar, and see no case.",
    )],
    places: &[
        (("单位", "Bureaus"), ("管理 → 各单位", "Administration → bureaus")),
        (("账号", "Accounts"), ("管理 → 账号管理", "Administration → accounts")),
        (("节假日和调休", "Holidays and make-up workdays"), ("工作日历", "Calendar")),
    ],
    ways: &[
        (
            ("装入下一年的日历", "Loading the next year"),
            &[
                (
                    "国务院办公厅公布后，工作日历 → 该年 → 装入。",
                    "Once it is announced: Calendar → the year → load.",
                ),
                ("核对每一天，提交。", "Check each day and send it."),
                (
                    "暂定的期限会重新计算，各单位能看到哪些变了。",
                    "Provisional terms are counted again; each bureau sees what moved.",
                ),
            ],
        ),
        (
            ("新设一个单位", "A new bureau"),
            &[
                ("管理 → 各单位 → 设立单位。", "Bureaus → add."),
                ("把一次性密码条交给该单位的管理员。", "Hand the slip to its administrator."),
                ("由他按“开局清单”把单位设好。", "The first-day list leads him on."),
            ],
        ),
    ],
};

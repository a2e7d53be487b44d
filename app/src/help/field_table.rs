//! What the fields of the forms want and a filled sample, by name; where a field of one act differs, by the act as well.

use domain::case::ActKind;

/// How a field is filled in: Chinese, then English. Empty wants: label and hint say it. Empty sample: a choice of its
/// list, or a day.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// The act whose field differs from others of its name.
    pub kind: Option<ActKind>,
    pub name: &'static str,
    pub wants: (&'static str, &'static str),
    pub sample: (&'static str, &'static str),
}

/// One line a field: its name, what it wants and a sample, each in both languages.
macro_rules! told {
    ($($name:ident: $zh:literal, $en:literal => $sample_zh:literal, $sample_en:literal;)+) => {
        [$(Told { kind: None, name: stringify!($name), wants: ($zh, $en), sample: ($sample_zh, $sample_en) }),+]
    };
}

/// The same for a field of one act.
macro_rules! told_of_act {
    ($($kind:ident.$name:ident: $zh:literal, $en:literal => $sample_zh:literal, $sample_en:literal;)+) => {
        [$(Told {
            kind: Some(ActKind::$kind),
            name: stringify!($name),
            wants: ($zh, $en),
            sample: ($sample_zh, $sample_en),
        }),+]
    };
}

/// Fields by their names alone.
pub const BY_NAME: &[Told] = &told! {
    lead: "选当天执法证有效的人员。", "An officer whose certificate is valid on the day."
        => "", "";
    second: "与主办人不是同一人，执法证同样有效。", "Somebody else, with a valid certificate as well."
        => "李志强 4311240022", "Li Zhiqiang 4311240022";
    late_reason: "有期限已经届满才问。写明当时为什么没有登记。", "Asked where a term was over: why it was not recorded then."
        => "11月18日至20日停电，先在纸上办理", "No power from 18 to 20 November; done on paper first";
    suspicion: "写时间、地点、什么人、做了什么，怎样知道的。", "When, where, who, what, and how it became known."
        => "11月20日群众举报：道江镇西洲路一处院内夜间私自屠宰生猪出售", "Reported on 20 November: pigs are slaughtered at night in a yard at Xizhou Road";
    place: "写到门牌或者明显的地标。", "To the house number or a landmark."
        => "道县道江镇西洲路18号院内", "The yard at 18 Xizhou Road, Daojiang";
    party_name: "单位写营业执照上的全称，个人写证件上的姓名，个体工商户有字号的写字号。", "A unit by the full name on its licence, a person by the name on the identity card."
        => "道县潇水加油站有限公司", "Xiaoshui Filling Station Ltd., Daoxian";
    credit_code: "18 位，带空格也可以粘贴，校验位会自动核对。个人不填。", "18 characters; spaces do not matter, its check is tested. Not for a person."
        => "照营业执照抄写，如 91431124 开头的 18 位", "As on the licence: 18 characters, such as those that begin with 91431124";
    representative: "营业执照上的姓名。", "The name on the licence."
        => "何志远", "He Zhiyuan";
    address: "送达文书要用，写到门牌。", "Papers are served there: to the house number."
        => "道县道江镇西洲路18号", "18 Xizhou Road, Daojiang";
    request: "", "" => "请求撤销罚款，何志远11月27日递交", "Asks to revoke the fine; handed in by He Zhiyuan on 27 November";
    contested: "", "" => "", "";
    contest: "", "" => "", "";
    accepted_on: "", "" => "2026-11-27", "2026-11-27";
    held: "", "" => "", "";
    back: "", "" => "", "";
    cash_to: "", "" => "", "";
    cash_paper: "", "" => "罚没收据第0021号", "Receipt 0021";
    archive_number: "按档案室的编号填写。", "As the archive numbers it." => "DX-2026-CF-0018", "DX-2026-CF-0018";
    main_pages: "封面、目录不计页。", "Without cover and catalogue." => "46", "46";
    internal_pages: "没有副卷的填 0。", "0 where there is none." => "12", "12";
    keeping: "", "" => "", "";
    complete: "", "" => "", "";
    remark: "缺什么、为什么缺，写在这里，打印在备考表上。", "What is missing, and why." => "送达回证原件附第31页", "The proof of service is on page 31";
    publicity: "", "" => "", "";
    open_here: "", "" => "", "";
    open_text: "", "" => "当事人未按规定查验和登记，事实清楚，已责令改正", "The party did not check and register; the facts are clear, and it was ordered to put this right";
    act_on: "", "" => "2026-11-20", "2026-11-20";
    act_place: "违法行为在哪里发生就写哪里，据此判断辖区。", "Where it was done; the area is judged by it."
        => "道县道江镇西洲路18号", "18 Xizhou Road, Daojiang";
    in_area: "发生地不在本县的选“否”，还要填指定管辖文号。", "“No” for a place elsewhere; then the designation is asked for."
        => "是", "yes";
    violation: "按行业列出，每一项都写着条款；可以输入首字跳到那一项。", "Listed by industry, each with its article."
        => "", "";
    from: "", "" => "9:30", "9:30";
    to: "晚于开始时间。", "After the beginning." => "10:20", "10:20";
    witness: "拒绝签名时写见证人的姓名和单位；签了名的不填。", "Who saw it, with unit, where the signature is refused."
        => "西洲社区 李明芳", "Li Mingfang, Xizhou community";
    course: "按先后写看到、问到、做到的，数量写清楚。", "What was seen, asked and done, in order, with numbers."
        => "在院内查见生猪12头、屠宰用具3套，当事人现场不能提供定点屠宰证", "12 pigs and three sets of tools in the yard; no slaughter permit could be shown";
    reasons: "写事实和依据，不写套话。", "Facts and law."
        => "有现场笔录和照片为证，符合本项条件", "The record and the photographs show it";
    facts: "逐项写时间、地点、行为、数量和后果，每项事实都要有证据。", "Each fact with day, place, amount and what came of it; each rests on a record."
        => "11月20日至23日，当事人在西洲路18号私自屠宰生猪12头，货值金额21600元", "From 20 to 23 November the party slaughtered 12 pigs worth ¥21,600";
    fine: "写数字，可以带千分位。幅度写在上面。", "A number; the range stands above." => "5,000", "5,000";
    base: "按倍数罚款的案由才有。", "Only for rows that fine by a multiple." => "21600", "21600";
    gains_amount: "收到的全部款项，不扣成本。", "All money received, costs not deducted." => "3600", "3600";
    refunded: "依法应当退赔的部分。", "What is to be given back by law." => "0", "0";
    gains_reason: "选“无法计算”时才填。", "Only for “not ascertainable”."
        => "没有账目，买受人无法查找", "There are no books and the buyers cannot be found";
    goods_value: "没收财物的才填。", "Only where goods are confiscated." => "2400", "2400";
    goods_list: "名称、数量，与清单一致。", "Name and amount as in the list." => "屠宰用具3套", "Three sets of tools";
    serious: "写明数量、次数、后果等事实；不严重的留空。", "Amounts, repetition, what came of it; empty for ordinary circumstances."
        => "一年内第三次被查处，销售金额38万元", "Caught for the third time within a year, sales of ¥380,000";
    discretion: "写按哪一档裁量，为什么。", "Which band, and why."
        => "初次违法，主动配合调查，按较轻档次", "A first offence, with cooperation: the lighter band";
    signed_by: "与送达回证上的签名一致。", "As signed on the proof of service." => "何志远", "He Zhiyuan";
    receipt: "邮寄送达才填。", "Only for service by post." => "EMS 1234567890123", "EMS 1234567890123";
    returned_why: "只有这三种情况，而且事先签了送达地址确认书，才算送达；其他退回的另行送达。",
        "Only these three count, and only if the address had been confirmed in writing; otherwise serve anew."
        => "拒收", "refused";
    through: "委托其他机关送达，或者由军人、被监禁人所在单位转交时填写。",
        "The authority that hands it over, or the unit of a soldier or prisoner."
        => "宁远县商务局", "the commerce bureau of Ningyuan";
    e_address: "与电子送达同意书上的一致。", "As on the consent." => "同意书上写明的电子邮箱", "The mailbox named on the consent";
    tries: "公告送达才填：何时何地找过，结果怎样。", "Only for public notice: when and where it was tried."
        => "11月20日、23日两次上门无人，电话停机，邻居称已外出", "Nobody there on 20 and 23 November, the phone is off, neighbours say he left";
    hearing_reason: "选“仍告知”时才填。", "Only where it is offered all the same."
        => "案情社会关注度高", "The case is widely watched";
    waiver_paper: "写何人何日签名，原件放在哪里。", "Who signed on which day, and where the paper lies."
        => "何志远11月25日签名，原件存卷第18页", "Signed by He Zhiyuan on 25 November, page 18 of the file";
    arguments: "照当事人的原意写，提交材料的写明份数。", "As the party meant it, and how many papers came with it."
        => "认为数量只有10头，提交收购单2张", "Only ten pigs, with two purchase slips";
    answer: "当场答复的内容。", "What was answered on the spot."
        => "已说明依据，意见不影响事实认定", "The law was explained; the facts stand";
    request: "写怎样提出、对什么有异议。", "How it was asked for and what is disputed."
        => "11月26日书面要求听证，对货值金额有异议", "In writing on 26 November; the value is disputed";
    hearing_time: "", "" => "9:00", "9:00";
    hearing_place: "", "" => "道县商务局三楼会议室", "Third floor of the bureau";
    closed_reason: "涉及国家秘密、商业秘密、个人隐私的才不公开。", "Only for secrets and privacy."
        => "涉及当事人商业秘密", "Business secrets of the party";
    postponed: "", "" => "当事人住院，提交医院证明", "The party is in hospital, with a certificate";
    hearing_record: "写双方的主要意见和质证情况。", "What both sides said and how the evidence was tested."
        => "当事人对笔录无异议，对货值提出异议，出示收购单", "No objection to the record; the value was disputed with two slips";
    hearing_report: "", "" => "建议采纳收购单，货值按18000元认定", "The slips should be accepted: ¥18,000";
    hearing_how: "", "" => "书面撤回，何志远签名", "Withdrawn in writing, signed by He Zhiyuan";
    voices: "", "" => "周建国：同意；（另起一行）唐丽华：同意，建议从轻", "Zhou Jianguo: agrees; (next line) Tang Lihua: agrees, lighter";
    conclusion: "", "" => "一致同意罚款5000元", "All agree to a fine of ¥5,000";
    changed: "", "" => "新取得进货台账，货值由21600元改为18000元", "New books: the value is ¥18,000, not ¥21,600";
    instalments: "", "" => "2026-12-15 2000（另起一行）2027-1-15 3000", "2026-12-15 2000 (next line) 2027-1-15 3000";
    remit: "不超过已产生且未缴的加处罚款。", "No more than has accrued and is unpaid." => "300", "300";
    remedial_steps: "减免的才填：做了什么、有什么证明。", "Only with a remission: what was done and what shows it."
        => "已补建台账并追回不合格产品，附照片和台账", "The ledger was made up and the goods called back, with photos";
    hardship: "写申请日期和困难证明。", "The day of the request and what shows the hardship."
        => "11月28日书面申请，附村委会困难证明", "Asked on 28 November, with a certificate of the village";
    direct_tried: "", "" => "12月1日上门，无人在家，改为邮寄", "Nobody at home on 1 December, then sent by post";
    court_request: "", "" => "道县人民法院；强制执行罚款5000元及加处罚款", "Daoxian court: the fine of ¥5,000 and the surcharge";
    paper: "写文号、日期和要点。", "Number, day and gist."
        => "（2027）湘1124行审3号，12月8日，准予强制执行", "(2027) Xiang 1124 no. 3 of 8 December: granted";
    organ: "", "" => "道县人民政府 道复〔2026〕12号", "Government of Daoxian, 道复〔2026〕12号";
    amount: "实际收到的数额。", "What was received." => "5000", "5000";
    voucher: "缴到银行的才填。", "For a payment at the bank." => "农商行 20261201-0088", "20261201-0088";
    cash_receipt: "当场收缴的必须填。", "A must where it was collected on the spot." => "0012345", "0012345";
    received_by: "", "" => "法规股 唐丽华", "Tang Lihua, legal section";
    summary: "写决定、送达、履行怎样完成的。", "How decision, service and performance were done."
        => "罚款5000元已缴清，物品已退还，没有复议、诉讼", "Fine paid, goods returned, no remedy";
    reason: "写明错在哪里。", "What was wrong."
        => "送达回证上是11月24日，登记时写成了25日", "The proof of service says 24 November; 25 was typed";
    authority: "", "" => "道县农业农村局", "Agriculture bureau of Daoxian";
    block: "现场文书用了号段文号的才选。", "Only where the paper bears a number in hand." => "道商登存〔2026〕5号", "道商登存〔2026〕5号";
    inquiry: "选一种。", "One of three." => "", "";
    asked_whom: "", "" => "道县濂溪加油站有限公司 何某某", "Mr He of the Lianxi station";
    due: "", "" => "2026-12-08", "2026-12-08";
    hour: "", "" => "9:30", "9:30";
    at_place: "", "" => "道县商务局执法大队 302 室", "Bureau, room 302";
    matter: "一行一项。", "One a line." => "进货台账（2026年1月至6月）", "The ledger of purchases, January to June 2026";
    letter: "", "" => "道商函〔2026〕3号", "道商函〔2026〕3号";
    list: "", "" => "笔录3份、照片12张、屠宰用具3套", "Three records, twelve photographs, three sets of tools";
    goods: "", "" => "生猪 12 头（另起一行）屠宰用具 3 套", "pigs 12 head (next line) tools 3 sets";
    keeper: "", "" => "何志远（就地保存）", "He Zhiyuan (kept where it is)";
    taken_at: "", "" => "21:40", "21:40";
    party_told: "写文书名称、送达日期和签收人。", "Which paper, when it was served and who signed."
        => "延长期限通知书11月28日送达，何志远签收", "Notice served on 28 November, signed by He Zhiyuan";
    question: "", "" => "省质检院；检验油品硫含量", "Provincial quality institute: sulphur in the fuel";
    result: "", "" => "硫含量超标，报告编号2026-0881，结论已告知当事人", "Too much sulphur, report 2026-0881; the party was told";
    returned: "", "" => "何志远11月28日签收全部物品", "All signed for by He Zhiyuan on 28 November";
    transfer_to: "建议移送时才填。", "Only where a transfer is proposed." => "道县农业农村局", "Agriculture bureau of Daoxian";
    court_above: "", "" => "永州市中级人民法院", "Yongzhou intermediate court";
    revoker: "", "" => "道县人民政府", "Government of Daoxian";
    licence: "照证件抄写。", "As on the licence." => "成品油零售经营批准证书 第4311240021号", "Approval for the retail of refined oil, no. 4311240021";
    sample: "写取样数量和留样地点。", "How much was taken and where it is kept." => "取样2份，冷藏于县检验所", "Two samples, kept cold at the county's laboratory";
    value: "", "" => "2400", "2400";
    valued_by: "", "" => "县价格认证中心", "County price office";
    consent: "", "" => "11月21日同意书，何志远签名", "Consent of 21 November, signed by He Zhiyuan";
    proceeds: "", "" => "2300", "2300";
    sale: "", "" => "11月21日卖给县肉联厂，价款存县财政专户", "Sold to the county's meat works on 21 November, kept in the treasury's account";
    rule: "写法律名称和条款。", "The law and its article." => "动物防疫法关于染疫动物产品无害化处理的规定", "The animal epidemic law on infected products";
    crime: "", "" => "生产、销售伪劣产品罪", "生产、销售伪劣产品罪";
    report: "写清事实、数额、证据和可能触犯的条款。", "Facts, amounts, evidence, and which crime."
        => "销售金额62万元，有账册和证人证言，达到立案追诉标准", "Sales of ¥620,000; books and witnesses; the police's threshold is reached";
    time: "", "" => "15:20", "15:20";
    within_days: "", "" => "60", "60";
    refund: "", "" => "退回罚款2000元，12月20日转入当事人账户", "¥2,000 went back to the party's account on 20 December";
    warned_number: "", "" => "道商罚决〔2026〕18号", "道商罚决〔2026〕18号";
};

/// Fields of one act that differ from others of their names.
pub const BY_ACT: &[Told] = &told_of_act! {
    HandToPolice.goods: "没有物品的也勾选，清单里写明没有。", "Ticked also where there are none; the list says so." => "", "";
    HandToPolice.organ: "", "" => "道县公安局经侦大队", "Economic crimes unit, Daoxian police";
    HandToPolice.letter: "", "" => "道商刑移〔2026〕1号", "道商刑移〔2026〕1号";
    ReportMeasure.reported_at: "二十四小时之内，休息日也算。", "Within 24 hours, rest days too." => "8:30", "8:30";
    TransferOut.receipt: "写签收人、日期和编号。", "Who signed, when, and its number."
        => "县农业农村局 蒋伟 11月27日签收，收文〔2026〕45号", "Signed by Jiang Wei on 27 November, no. 45";
    HandleEvidence.course: "", "" => "账册已复印，原件11月26日退还何志远", "The books were copied and went back to He Zhiyuan on 26 November";
    ExtendVerification.reasons: "", "" => "举报人在外地，尚未取得笔录", "The reporter is elsewhere and has not been interviewed";
    ForwardApplication.paper: "", "" => "转送函1页，县政府办公室11月28日签收", "A letter of one page, received by the government on 28 November";
    AnswerContest.paper: "", "" => "答复书3页，附查封决定、现场笔录，11月30日提交", "Answer of three pages with the decision and the record, handed in on 30 November";
    Publish.course: "", "" => "11月27日公开于县政府网站行政处罚公示栏", "Published on 27 November on the county's site";
    DisposeGoods.course: "", "" => "12头生猪11月26日退还，何志远签收", "12 pigs went back on 26 November, signed by He Zhiyuan";
    Perform.course: "", "" => "屠宰用具3套已上缴，收据第0021号", "Three sets of tools handed in, receipt 0021";
    Unpublish.course: "", "" => "11月27日从县政府网站撤下，公告说明原因", "Taken from the county's site on 27 November with the reason";
    HandlePerishable.reasons: "", "" => "鲜肉不能久存，已开始变质", "Fresh meat that has begun to spoil";
    HandlePerishable.course: "", "" => "焚烧，两名执法人员和物主在场", "Burnt, with two officers and the owner there";
    ObjectToCourt.reasons: "", "" => "裁定认定催告未送达，送达回证可以证明已送达", "The ruling says the demand was not served; the proof of service shows it was";
    ProposeRevocation.reasons: "", "" => "一年内两次无证销售，情节严重", "Twice within a year, a grave case";
    ProposeRevocation.letter: "", "" => "道商函〔2026〕6号", "道商函〔2026〕6号";
    AskRecusal.reasons: "写与谁、什么关系。", "With whom, and which relation." => "与当事人是表兄弟", "A cousin of the party";
    RegisterEvidence.reasons: "", "" => "账册由当事人随身携带，可能被毁", "The party carries the books and may destroy them";
    TakeMeasure.reasons: "写为什么需要查封、扣押。", "Why it is needed." => "涉案生猪来源不明，可能流入市场", "Pigs of unknown origin may reach the market";
    TakeUrgentMeasure.reasons: "写为什么来不及批准。", "Why there was no time to ask." => "深夜正在装车外运，来不及报批", "They were being loaded at night";
    ExtendMeasure.reasons: "写为什么三十日内办不完。", "Why thirty days are too few." => "三个县的来源核查尚未回复", "Three counties have not yet answered on the origin";
    RecordTestResult.party_told: "写告知的日期、方式和签收人；还没有告知的先留空。", "When and how, and who signed; empty if not yet." => "11月28日送达结果告知书，何志远签收", "Notice of the result served on 28 November, signed by He Zhiyuan";
    CommissionTest.party_told: "写文书名称、期间和签收人。", "Which paper, which time, who signed." => "检验期间告知书11月24日送达，何志远签收", "Notice of the time served on 24 November, signed by He Zhiyuan";
    AnswerDefence.reasons: "逐条写采纳或者不采纳的理由。", "For each point why it is accepted or not." => "收购单与台账对应，采纳；数量按10头重新计算", "The slips match the books: accepted, ten pigs are counted";
    Review.reasons: "写主体、事实、依据、程序、裁量的意见。", "On power, facts, law, procedure and discretion." => "职权、事实、依据、程序没有问题，裁量适当，同意", "Power, facts, law and procedure are right, discretion is fit";
    Decide.reasons: "写事实、证据、依据和裁量。", "Facts, evidence, law and discretion." => "事实清楚、证据充分，按较轻档次罚款5000元", "Facts and evidence stand; in the lighter band, ¥5,000";
    Supplement.reasons: "写还要查清什么。", "What is still to be found out." => "货值金额的依据不足，需要调取收购单", "The value is not shown; the purchase slips are needed";
    GrantHearing.reasons: "", "" => "当事人因住院逾期，确有理由", "The party was late because of illness";
    PassClue.reasons: "", "" => "李志强调离，由黄秀英核查", "Li Zhiqiang has left; Huang Xiuying verifies it";
    ChangeOfficers.reasons: "", "" => "李志强调离，由黄秀英接办", "Li Zhiqiang has left; Huang Xiuying takes over";
    ProposeTransfer.reasons: "写为什么不归本局办。", "Why it is not this bureau's case." => "违法行为发生地在江华县", "It was done in Jianghua";
    WithdrawTransfer.reasons: "", "" => "核对后发生地仍在本县", "The place lies in this county after all";
    ResumeCase.reasons: "", "" => "公安机关11月27日通知不予立案", "The police declined on 27 November";
    DecideCrime.reasons: "", "" => "数额已达立案追诉标准", "The amount reaches the police's threshold";
    ConfirmMeasure.reasons: "", "" => "情况紧急属实，措施适当", "It was urgent and the measure is fit";
    OrderAnew.paper: "写新文书和原决定书的文号。", "The numbers of the new paper and of the old decision." => "道复决〔2026〕9号，撤销道商罚决〔2026〕18号", "道复决〔2026〕9号 revokes 道商罚决〔2026〕18号";
    ChangeDecision.paper: "", "" => "道复决〔2026〕9号，变更道商罚决〔2026〕18号", "道复决〔2026〕9号 changes 道商罚决〔2026〕18号";
    RevokeDecision.paper: "", "" => "道复决〔2026〕9号，撤销道商罚决〔2026〕18号", "道复决〔2026〕9号 revokes 道商罚决〔2026〕18号";
    AnswerRemedy.paper: "写答复或者答辩的要点，附证据目录。", "The gist of the answer with the list of evidence." => "答复书5页，证据目录1至12号，11月30日提交", "Answer of five pages, evidence 1 to 12, handed in on 30 November";
    ContestRefusal.paper: "", "" => "道商复〔2026〕2号，数额已达标准", "道商复〔2026〕2号: the amount reaches the threshold";
    RecordPoliceReply.paper: "", "" => "道公立字〔2026〕56号，立案侦查", "道公立字〔2026〕56号: filed";
};

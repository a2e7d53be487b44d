//! What workbooks call the columns: letters, digits and Han characters only, folded.

use super::column::Column;

/// A column's names, separated by spaces.
pub(super) const SYNONYMS: [(Column, &str); 58] = [
    (Column::Serial, "序号 编号 序 no"),
    (Column::Party, "当事人名称 当事人 当事人姓名 当事人姓名或名称 被处罚人 违法行为人 party"),
    (Column::Kind, "当事人类型 当事人类别 主体类型 kindofparty"),
    (Column::CreditCode, "统一社会信用代码 信用代码 社会信用代码 creditcode"),
    (Column::IdNumber, "身份证号 身份证号码 公民身份号码 证件号 identitynumber"),
    (Column::Violation, "违法行为案由 违法行为 案由 violation"),
    (Column::ActOn, "违法行为发生日 违法行为发生日期 违法日期 违法时间 案发日期 dayoftheact"),
    (Column::Place, "违法行为地点 违法地点 案发地点 地点 placeoftheact"),
    (Column::Source, "案件来源 案源 线索来源 sourceoftheclue"),
    (Column::ReceivedOn, "线索收到日 线索收到日期 收到线索日期 受理日期 cluereceivedon"),
    (Column::Suspicion, "涉嫌违法事实 涉嫌事实 线索内容 案情摘要 案情简介 whatissuspected"),
    (Column::Number, "案件编号 案号 立案号 立案文号 casenumber"),
    (Column::FiledOn, "立案日 立案日期 立案时间 filedon"),
    (Column::Lead, "主办人 主办人员 主办 承办人1 leadofficer"),
    (Column::Second, "协办人 协办人员 协办 承办人2 secondofficer"),
    (Column::Approver, "审批负责人 批准人 审批人 分管负责人 approvedby"),
    (Column::RecordOn, "首次笔录日 首次调查日期 调查日期 检查日期 firstrecordon"),
    (Column::RecordKind, "笔录种类 笔录类型 kindofrecord"),
    (Column::RecordTimes, "笔录起止时间 起止时间 recordfromto"),
    (Column::RecordShown, "已出示证件并告知权利 出示证件并告知权利 certificatesshownrightstold"),
    (Column::MeasureKind, "正在采取的措施 采取的措施 强制措施 措施种类 measureinforce"),
    (Column::MeasureOn, "措施采取日 措施采取日期 查封扣押日期 登记保存日期 measuretakenon"),
    (Column::MeasureUntil, "措施期限至 措施期限 措施到期日 查封扣押期限 measureholdsuntil"),
    (Column::ConcludedOn, "调查终结日 调查终结日期 concludedon"),
    (Column::Facts, "查明的事实 查明事实 违法事实 factsestablished"),
    (Column::Proposed, "拟罚款 拟罚款金额 拟处罚款 拟罚款元 intendedfine"),
    (Column::Kinds, "其他处罚种类 其他处罚 otherkindsofpenalty"),
    (Column::Gains, "违法所得 违法所得金额 违法所得元 illegalgains"),
    (Column::Base, "罚款基数 货值金额 基数 baseofthefine"),
    (Column::PutRight, "改正期限或改正日 责令改正期限 改正期限 putrightbyoron"),
    (Column::ReviewedOn, "法制审核日 法制审核日期 审核日期 reviewedon"),
    (Column::Reviewer, "法制审核人 法制审核人员 审核人 reviewer"),
    (Column::NoticeNumber, "告知书文号 告知文号 noticenumber"),
    (Column::NoticeOn, "告知书送达日 告知送达日期 告知书送达日期 告知日期 noticeservedon"),
    (Column::NoticeMethod, "告知书送达方式 告知送达方式 noticeservedhow"),
    (
        Column::ConsentOn,
        "电子送达确认书签署日 送达地址确认书签署日 同意电子送达日期 consenttoelectronicservice",
    ),
    (Column::HearingTold, "已告知听证权利 告知听证 toldofahearing"),
    (Column::DefenceOn, "陈述申辩收到日 陈述申辩日期 申辩日期 defencereceivedon"),
    (Column::WaivedOn, "放弃陈述申辩日 放弃陈述申辩日期 defencewaivedon"),
    (Column::AnsweredOn, "申辩复核日 复核日期 defenceansweredon"),
    (Column::AskedOn, "要求听证日 听证申请日期 要求听证日期 hearingaskedforon"),
    (Column::HearingNoticeOn, "听证通知送达日 听证通知书送达日期 hearingnoticeservedon"),
    (Column::HearingOn, "听证日 听证日期 听证时间 hearingon"),
    (Column::Host, "听证主持人 主持人 hostofthehearing"),
    (Column::DiscussedOn, "集体讨论日 集体讨论日期 discussedon"),
    (Column::Voices, "集体讨论参加人 参加讨论人员 tookpartinthediscussion"),
    (Column::DecidedOn, "处罚决定日 决定日期 处罚决定日期 决定日 decidedon"),
    (Column::DecisionNumber, "决定书文号 处罚决定书文号 决定文号 decisionnumber"),
    (Column::Fine, "决定罚款 罚款金额 罚款 罚款元 fine"),
    (Column::ServedOn, "决定书送达日 决定书送达日期 送达日期 decisionservedon"),
    (Column::ServedMethod, "决定书送达方式 送达方式 decisionservedhow"),
    (Column::PaidOn, "最近缴款日 缴款日期 缴款日 lastpaidon"),
    (Column::Paid, "已缴金额 已缴罚款 已缴 paidsofar"),
    (Column::DemandOn, "催告书送达日 催告书送达日期 催告日期 催告日 demandservedon"),
    (Column::DemandMethod, "催告书送达方式 催告送达方式 demandservedhow"),
    (Column::CourtOn, "申请强制执行日 申请强制执行日期 申请法院强制执行日期 courtaskedtoenforceon"),
    (Column::CourtAnsweredOn, "法院裁定送达日 法院裁定日期 裁定送达日期 courtsanswerservedon"),
    (Column::CourtAnswer, "法院裁定结果 裁定结果 courtsanswer"),
];

/// The column of a longer title, by its telling part.
pub(super) fn telling(title: &str) -> Option<Column> {
    let parts = [("信用代码", Column::CreditCode), ("身份证", Column::IdNumber), ("案由", Column::Violation)];
    parts.into_iter().find(|(part, _)| title.contains(part)).map(|(_, column)| column)
}

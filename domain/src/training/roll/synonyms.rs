//! What rolls call the columns: letters, digits and Han characters only, folded.

use super::column::Column;

/// A column's names, separated by spaces.
pub(super) const SYNONYMS: [(Column, &str); 19] = [
    (Column::Serial, "序号 编号 序 顺序号 序次 no 行号 学号"),
    (
        Column::Name,
        "姓名 学员姓名 学员 培训学员 培训人员 培训人员姓名 人员姓名 参训人员 参训人员姓名 \
         参培人员姓名 劳务人员姓名 外派人员姓名 务工人员姓名 name",
    ),
    (Column::Sex, "性别 男女 sex"),
    (Column::EthnicGroup, "民族 民族成份 民族成分 族别 ethnicgroup"),
    (
        Column::IdNumber,
        "身份证号 身份证号码 身份证 公民身份号码 公民身份证号码 居民身份证号 \
         居民身份证号码 证件号码 证件号 身份证件号码 身份证件号 有效证件号码 identitynumber",
    ),
    (
        Column::Town,
        "户籍乡镇 户籍地 户籍所在地 户籍地址 户籍 户口所在地 户口所在乡镇 所在乡镇 乡镇 \
         乡镇街道 所属乡镇 家庭住址 家庭地址 住址 地址 籍贯 常住地址 hometown",
    ),
    (Column::Education, "文化程度 学历 文化 文化水平 最高学历 受教育程度 education"),
    (
        Column::Phone,
        "联系电话 电话 电话号码 手机 手机号 手机号码 联系方式 本人电话 本人联系电话 \
         联系号码 联系手机 移动电话 phone",
    ),
    (
        Column::Trade,
        "培训工种 工种 培训专业 专业 职业工种 培训职业 职业 培训项目 培训职业工种 \
         工种名称 工种专业 职业名称 trade",
    ),
    (
        Column::Class,
        "班次 班级 培训班 培训班次 培训班级 期次 培训期次 期数 班次名称 班级名称 \
         培训班名称 班名 培训班期 所在班级 班期 班别 class",
    ),
    (
        Column::OpensOn,
        "开班日期 开班时间 培训开始时间 培训开始日期 开始日期 开始时间 开班日 开课日期 \
         开课时间 培训起始时间 培训起始日期 起始日期 起始时间 培训时间起 培训时间开始 \
         培训时间自 入学时间 起 自 开始 开班 培训时间 培训日期 培训起止时间 培训起止日期 起止时间 \
         开结业日期 openson",
    ),
    (
        Column::EndsOn,
        "结业日期 结业时间 培训结束时间 培训结束日期 结束日期 结束时间 结业日 结训日期 \
         结训时间 培训截止时间 培训截止日期 截止日期 终止日期 培训时间止 培训时间结束 \
         培训时间至 毕业时间 止 至 结束 结业 结课日期 结课时间 endson",
    ),
    (Column::Hours, "学时 培训学时 课时 培训课时 总学时 总课时 学时数 课时数 完成学时 hours"),
    (
        Column::Mark,
        "考试成绩 成绩 考核成绩 总评 总评成绩 总成绩 考试分数 分数 得分 结业成绩 \
         考核分数 综合成绩 鉴定成绩 考试得分 mark",
    ),
    (
        Column::CertificateNumber,
        "证书编号 证书号 证书号码 合格证编号 合格证号 合格证书编号 合格证书号 结业证号 \
         结业证编号 结业证书编号 结业证书号 培训证号 培训证书编号 培训合格证号 \
         培训合格证编号 培训合格证书编号 发证编号 证号 certificatenumber",
    ),
    (
        Column::Destination,
        "输出地 输出地点 就业地 就业地点 就业地区 派遣地 派遣国家 派遣国家地区 去向 \
         就业去向 输出去向 输出国家 输出国家地区 务工地 务工地点 外派国家 输出方向 \
         拟输出地 目的地 destination",
    ),
    (
        Column::Employer,
        "用工单位 用人单位 就业单位 接收单位 务工单位 工作单位 用工企业 就业企业 \
         用人单位名称 用工单位名称 就业单位名称 派遣单位 外派单位 外派企业 单位名称 \
         企业名称 雇主 employer",
    ),
    (
        Column::ContractMonths,
        "合同期限月 合同期限 合同期 合同月数 劳动合同期限 合同期月 合同期限月数 期限月 \
         合同年限 派遣期限 monthsofcontract",
    ),
    (Column::Remark, "备注 说明 附注 备考 备注说明 remark"),
];

/// Titles that are longer than the lists foresee, most telling part first.
pub(super) fn telling(title: &str) -> Option<Column> {
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    let ends = |words: &[&str]| words.iter().any(|word| title.ends_with(word));
    let of_a_place_of_work = has(&["单位", "企业", "公司", "雇主"]);
    let of_a_certificate = has(&["证书", "合格证", "结业证", "培训证"]);
    if has(&["紧急", "监护人", "家长", "联系人", "班主任", "教师", "银行", "卡号", "账号"])
    {
        None
    } else if has(&["住址", "户籍", "户口", "家庭地址", "乡镇"]) {
        Some(Column::Town)
    } else if has(&["身份证", "身份号码", "证件号"]) {
        Some(Column::IdNumber)
    } else if of_a_certificate && ends(&["编号", "号码", "号"]) {
        Some(Column::CertificateNumber)
    } else if has(&["电话", "手机", "联系方式"]) {
        (!of_a_place_of_work).then_some(Column::Phone)
    } else if has(&["合同"]) {
        (has(&["期", "月", "年限"]) && !has(&["编号", "日期"])).then_some(Column::ContractMonths)
    } else if has(&["开班", "开课"]) || (has(&["开始", "起始"]) && ends(&["时间", "日期"])) {
        Some(Column::OpensOn)
    } else if (has(&["结业", "结训", "结束", "截止"]) && ends(&["时间", "日期"])) && !of_a_certificate
    {
        Some(Column::EndsOn)
    } else if has(&["学时", "课时"]) {
        Some(Column::Hours)
    } else if has(&["成绩", "得分", "分数", "总评"]) {
        // Parts of a mark are none.
        (!has(&["理论", "实操", "实作", "操作", "技能", "平时"])).then_some(Column::Mark)
    } else if of_a_place_of_work && !has(&["培训", "填报", "主办", "承办"]) {
        Some(Column::Employer)
    } else {
        by_one_word(title)
    }
}

/// Titles that one word tells.
fn by_one_word(title: &str) -> Option<Column> {
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if has(&["输出地", "输出国", "就业地", "派遣地", "派遣国", "务工地", "去向"]) {
        Some(Column::Destination)
    } else if has(&["文化程度", "学历"]) {
        Some(Column::Education)
    } else if has(&["工种", "专业"]) {
        Some(Column::Trade)
    } else if has(&["班次", "班级", "班名", "期次", "培训班"]) {
        Some(Column::Class)
    } else if has(&["民族"]) {
        Some(Column::EthnicGroup)
    } else if has(&["性别"]) {
        Some(Column::Sex)
    } else if title.ends_with("姓名") {
        Some(Column::Name)
    } else if has(&["备注"]) {
        Some(Column::Remark)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::ledger::{Header, find_header};

    fn found(upper: &[&str], lower: &[&str]) -> Option<Header<Column>> {
        let texts = |row: &[&str]| row.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        find_header(&texts(upper), &texts(lower))
    }

    /// The column that a title names beside 姓名 and 民族.
    fn named(title: &str) -> Option<Column> {
        let header = found(&["姓名", "民族", "序号", title], &[]).unwrap();
        header.columns.iter().find(|(_, at)| *at == 3).map(|(column, _)| *column)
    }

    #[rstest]
    #[case("身份证号码", Column::IdNumber)]
    #[case("公民身份号码", Column::IdNumber)]
    #[case("证件号码", Column::IdNumber)]
    #[case("身份证号\n（18位）", Column::IdNumber)]
    #[case("手 机", Column::Phone)]
    #[case("本人联系电话（手机）", Column::Phone)]
    #[case("培训专业", Column::Trade)]
    #[case("职业（工种）", Column::Trade)]
    #[case("期次", Column::Class)]
    #[case("培训班名称及期次", Column::Class)]
    #[case("开班时间", Column::OpensOn)]
    #[case("培训开始时间", Column::OpensOn)]
    #[case("结业时间", Column::EndsOn)]
    #[case("培训结束时间", Column::EndsOn)]
    #[case("课时", Column::Hours)]
    #[case("结业考核总成绩（百分制）", Column::Mark)]
    #[case("总评", Column::Mark)]
    #[case("合格证编号", Column::CertificateNumber)]
    #[case("结业证号", Column::CertificateNumber)]
    #[case("就业地", Column::Destination)]
    #[case("派遣国家（地区）", Column::Destination)]
    #[case("去向", Column::Destination)]
    #[case("用人单位", Column::Employer)]
    #[case("就业单位名称", Column::Employer)]
    #[case("合同期限（月）", Column::ContractMonths)]
    #[case("家庭住址", Column::Town)]
    #[case("身份证住址", Column::Town)]
    #[case("户籍所在乡镇（街道）", Column::Town)]
    #[case("*文化程度", Column::Education)]
    fn titles_as_counties_write_them(#[case] title: &str, #[case] column: Column) {
        assert_eq!(named(title), Some(column), "{title}");
    }

    #[rstest]
    #[case("紧急联系人电话")]
    #[case("用工单位电话")]
    #[case("银行卡号")]
    #[case("合同编号")]
    #[case("班主任姓名")]
    #[case("理论成绩")]
    fn titles_of_something_else_are_left_alone(#[case] title: &str) {
        assert_eq!(named(title), None, "{title}");
    }

    #[test]
    fn two_rows_with_merged_groups_are_one_header() {
        let upper = [
            "序号",
            "基本情况",
            "基本情况",
            "基本情况",
            "培训情况",
            "培训情况",
            "培训时间",
            "培训时间",
            "证书",
            "合同",
        ];
        let lower = ["", "姓名", "身份证号", "电话", "工种", "班次", "起", "止", "编号", "期限（月）"];
        let header = found(&upper, &lower).unwrap();
        let expected = [
            (Column::Serial, 0),
            (Column::Name, 1),
            (Column::IdNumber, 2),
            (Column::Phone, 3),
            (Column::Trade, 4),
            (Column::Class, 5),
            (Column::OpensOn, 6),
            (Column::EndsOn, 7),
            (Column::CertificateNumber, 8),
            (Column::ContractMonths, 9),
        ];
        assert_eq!((header.rows, header.columns.as_slice()), (2, expected.as_slice()));
    }

    #[test]
    fn the_whole_mark_is_found_among_its_parts_and_days_under_one_word() {
        let upper = ["姓名", "身份证号", "班次", "培训时间", "培训时间", "考试成绩", "考试成绩", "考试成绩"];
        let lower = ["", "", "", "起", "止", "理论", "实操", "总评"];
        let header = found(&upper, &lower).unwrap();
        let at = |column| header.at(column);
        let expected = (Some(3), Some(4), Some(7));
        assert_eq!((at(Column::OpensOn), at(Column::EndsOn), at(Column::Mark)), expected);
    }

    #[test]
    fn a_ledger_of_establishments_is_no_roll() {
        let titles = ["序号", "主体名称", "统一社会信用代码", "行业", "联系电话", "经营地址", "备注"];
        assert_eq!(found(&titles, &[]), None);
    }
}

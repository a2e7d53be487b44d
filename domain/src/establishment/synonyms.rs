//! What ledgers call the columns: letters, digits and Han characters only, folded.

use super::column::Column;

/// A column's names, separated by spaces.
pub(super) const SYNONYMS: [(Column, &str); 14] = [
    (Column::Serial, "序号 编号 序 顺序号 序次 no 行号"),
    (
        Column::Name,
        "主体名称 企业名称 单位名称 经营单位 经营单位名称 经营主体 经营主体名称 \
         市场主体名称 名称 店名 店铺名称 商户名称 商铺名称 字号 字号名称 企业字号名称 \
         公司名称 监管对象 监管对象名称 被监管单位 当事人名称 加油站名称 油站名称 \
         屠宰场名称 屠宰厂场名称 屠宰企业名称 户名 企业 单位 企业单位名称 经营者名称 \
         机构名称 典当行名称 拍卖行名称 name establishment",
    ),
    (
        Column::CreditCode,
        "统一社会信用代码 社会信用代码 信用代码 统一信用代码 统一代码 社会统一信用代码 \
         统一社会信用编码 creditcode",
    ),
    (
        Column::RegistrationNumber,
        "工商注册号 注册号 营业执照注册号 营业执照号 营业执照号码 营业执照编号 执照号 \
         工商登记号 工商营业执照号 oldregistrationnumber",
    ),
    (
        Column::Industry,
        "行业 所属行业 行业类别 行业类型 行业分类 行业名称 经营行业 监管行业 经营类别 \
         类别 业态 经营类型 类型 industry",
    ),
    (
        Column::LicenceKind,
        "许可备案证件 许可证件 许可证名称 证件名称 证照名称 证书名称 许可证类型 许可证种类 \
         证件类型 证件种类 许可备案 许可备案证件名称 资质 资质证书 许可证 备案证件 证照 \
         证件 许可事项 licenceorfiling",
    ),
    (
        Column::LicenceNumber,
        "证号 证件号 证件编号 许可证号 许可证编号 备案号 备案编号 证书编号 证书号 \
         批准证书号 批准证书编号 证照编号 证照号 许可备案证号 许可备案编号 许可备案号 \
         登记表编号 许可证号码 licencenumber",
    ),
    (
        Column::IssuedOn,
        "发证日期 发证时间 发证日 颁证日期 颁发日期 核发日期 核发时间 签发日期 批准日期 \
         批准时间 许可日期 备案日期 备案时间 办证日期 办证时间 有效期起 有效期自 \
         有效期开始 起始日期 issuedon",
    ),
    (
        Column::ExpiresOn,
        "有效期至 有效期限 有效期 有效期止 有效期限至 到期日期 到期日 到期时间 截止日期 \
         有效日期 有效截止日期 有效期截止 有效期截止日期 许可证有效期 证件有效期 终止日期 \
         失效日期 validuntil",
    ),
    (
        Column::LegalRepresentative,
        "法定代表人 法人 法人代表 法定代表人姓名 法人姓名 法人代表姓名 负责人 负责人姓名 \
         企业负责人 法定代表人负责人 法定代表人或负责人 法人负责人 经营者 经营者姓名 业主 \
         业主姓名 投资人 legalrepresentative",
    ),
    (
        Column::Phone,
        "联系电话 电话 电话号码 手机 手机号 手机号码 联系方式 联系号码 联系手机 办公电话 \
         固定电话 座机 phone",
    ),
    (
        Column::Address,
        "经营地址 地址 详细地址 住所 经营场所 住所经营场所 注册地址 单位地址 企业地址 \
         营业地址 经营地点 场所地址 地点 address",
    ),
    (
        Column::Town,
        "所在乡镇 乡镇 所属乡镇 乡镇街道 所在乡镇街道 所属乡镇街道 所在镇 所属镇 镇 街道 \
         乡镇办 town",
    ),
    (Column::Remark, "备注 说明 附注 备考 备注说明 remark"),
];

/// Titles that are longer than the lists foresee, most telling part first.
pub(super) fn telling(title: &str) -> Option<Column> {
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    let ends = |words: &[&str]| words.iter().any(|word| title.ends_with(word));
    let of_licence = has(&["许可", "备案", "证件", "证书", "证照", "批准证", "登记表", "资质"]);
    if has(&["身份证", "从业人员", "联系人"]) {
        None
    } else if has(&["信用代码"]) {
        Some(Column::CreditCode)
    } else if has(&["注册号", "营业执照号"]) {
        Some(Column::RegistrationNumber)
    } else if has(&["电话", "手机", "联系方式"]) {
        Some(Column::Phone)
    } else if has(&["有效期起", "有效期自", "发证日", "发证时间", "颁证", "核发日"]) {
        Some(Column::IssuedOn)
    } else if has(&["有效期", "到期", "截止日"]) {
        Some(Column::ExpiresOn)
    } else if of_licence && ends(&["日期", "时间"]) {
        Some(Column::IssuedOn)
    } else if of_licence && ends(&["证号", "编号", "号码", "文号", "号"]) {
        Some(Column::LicenceNumber)
    } else if of_licence && ends(&["名称", "种类", "类型", "类别", "证件"]) {
        Some(Column::LicenceKind)
    } else if has(&["法定代表", "法人代表", "负责人", "法人姓名"]) {
        Some(Column::LegalRepresentative)
    } else if ends(&["地址", "住所", "经营场所"]) {
        Some(Column::Address)
    } else if has(&["乡镇", "乡（镇", "街道"]) {
        Some(Column::Town)
    } else if has(&["行业"]) {
        Some(Column::Industry)
    } else if ends(&["名称"])
        && has(&["企业", "单位", "主体", "商户", "店", "经营", "公司", "站", "场", "户"])
    {
        Some(Column::Name)
    } else if has(&["备注"]) {
        Some(Column::Remark)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::column::Column;
    use crate::ledger::{Header, find_header as find};

    fn find_header(upper: &[String], lower: &[String]) -> Option<Header<Column>> {
        find(upper, lower)
    }

    fn row(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn titles_are_found_by_synonym_in_any_order() {
        let header = find_header(
            &row(&[
                "备 注",
                "企业名称（字号）",
                "法人代表",
                "统一社会信用代码\n（18位）",
                "*所属行业",
                "许可证编号",
            ]),
            &row(&["", "道县某某加油站", "张三", "91431124MA4PT1X32T", "加油站", "1"]),
        )
        .unwrap();
        assert_eq!(header.rows, 1);
        assert_eq!(
            header.columns,
            [
                (Column::Name, 1),
                (Column::CreditCode, 3),
                (Column::Industry, 4),
                (Column::LicenceNumber, 5),
                (Column::LegalRepresentative, 2),
                (Column::Remark, 0),
            ]
        );
    }

    #[test]
    fn two_rows_with_merged_groups_are_one_header() {
        let header = find_header(
            &row(&[
                "序号",
                "经营主体",
                "经营主体",
                "行业",
                "许可证件",
                "许可证件",
                "许可证件",
                "许可证件",
                "联系电话",
            ]),
            &row(&["", "名称", "信用代码", "", "名称", "编号", "发证日期", "有效期至", ""]),
        )
        .unwrap();
        assert_eq!(header.rows, 2);
        let at = |column| header.at(column);
        assert_eq!(at(Column::Name), Some(1));
        assert_eq!(at(Column::CreditCode), Some(2));
        assert_eq!(at(Column::Industry), Some(3));
        assert_eq!(at(Column::LicenceKind), Some(4));
        assert_eq!(at(Column::LicenceNumber), Some(5));
        assert_eq!(at(Column::IssuedOn), Some(6));
        assert_eq!(at(Column::ExpiresOn), Some(7));
        assert_eq!(at(Column::Phone), Some(8));
    }

    #[test]
    fn titles_notes_and_data_are_no_header() {
        let blank = row(&[]);
        assert_eq!(find_header(&row(&["道县商务局特殊行业经营主体台账", "", ""]), &blank), None);
        assert_eq!(find_header(&row(&["1", "道县四马和瑞酒业经营部", "91431124LH0YWCM620"]), &blank), None);
        assert_eq!(find_header(&row(&["序号", "姓名", "身份证号", "联系电话", "地址"]), &blank), None);
    }
}

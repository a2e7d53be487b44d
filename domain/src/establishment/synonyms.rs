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

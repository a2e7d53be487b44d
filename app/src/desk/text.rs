//! Words of the frame and of a bureau's first page.

crate::phrases! {
    work_list: "我的待办", "My work";
    cases: "案件", "Cases";
    establishments: "经营主体", "Establishments";
    training: "劳务培训", "Training";
    programmes: "培训项目", "Programmes";
    classes: "培训班", "Classes";
    trainees: "学员", "Trainees";
    certificates: "证书", "Certificates";
    industries: "行业与法规", "Industries and law";
    calendar: "工作日历", "Calendar";
    calculator: "期限计算器", "Term calculator";
    supervision: "监督执法", "Enforcement";
    administration: "管理", "Administration";
    reference: "查询工具", "Reference";
    account: "账号", "Account";
    my_sessions: "登录记录", "My sessions";
    change_password: "修改密码", "Change password";
    search_hint: "案号、单位、证号、地址、拼音首字母…", "Case, name, number, place, pinyin initials…";
    theme_light: "浅色", "Light";
    theme_dark: "深色", "Dark";
    theme_auto: "跟随系统", "As the system";
}

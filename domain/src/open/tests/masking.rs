//! Names, numbers and places in texts.

use std::sync::LazyLock;

use proptest::prelude::*;
use rstest::rstest;

use crate::case::tests::bench::*;
use crate::open::*;

#[rstest]
#[case("张三", "张某")]
#[case("张三丰", "张某")]
#[case("欧阳修", "欧阳某")]
#[case("司马相如", "司马某")]
#[case("诸葛亮", "诸葛某")]
#[case("欧阳", "欧某")]
#[case("阿卜杜拉·买买提", "阿某")]
#[case("盘 小 妹", "盘某")]
#[case("䶮小㴩", "䶮某")]
#[case("John Smith", "J某")]
fn a_name_is_hidden_behind_its_family_name(#[case] name: &str, #[case] public: &str) {
    assert_eq!(masked_name(name), public);
}

#[test]
fn those_who_would_look_alike_are_told_apart() {
    let persons = Persons::new(["张三", "张四", "李五", "张三"]);
    assert_eq!(["张三", "张四", "李五"].map(|name| persons.masked(name)), ["张某甲", "张某乙", "李某"]);
    let many: Vec<String> = ('一'..='二').take(12).map(|c| format!("王{c}")).collect();
    let persons = Persons::new(many.iter().map(String::as_str));
    assert_eq!([9, 10, 11].map(|at| persons.masked(&many[at])), ["王某癸", "王某甲甲", "王某甲乙"]);
}

/// A case against a shop whose operator is 何秀英, and against a citizen.
static MASK: LazyLock<Mask> = LazyLock::new(|| {
    let mut bench = Bench::new("2026-03-02");
    let mut shop = party(SHOP, "oil-v01@2021");
    shop.kind = crate::catalogue::PartyKind::SoleTrader;
    shop.name = name("道县何秀英副食店");
    shop.representative = Some(name("何秀英"));
    shop.address = Some(note("道县四马桥镇解放路12号"));
    let mut seller = party(SELLER, "oil-v01@2021");
    (seller.kind, seller.name) = (crate::catalogue::PartyKind::Citizen, name("阿卜杜拉·买买提"));
    let officers = officers();
    bench.does(CHEN, "2026-03-02", clue());
    let file = crate::case::File { parties: vec![shop, seller], officers };
    bench.does(ZHOU_HEAD, "2026-03-03", crate::case::Act::File(file));
    Mask::of(&bench.case(), &bench.members, u32::MAX)
});

#[rstest]
#[case("何秀英承认，何 秀 英签名", "何某承认，何某签名")]
#[case("道县何秀英副食店的何秀英", "道县何秀英副食店的何某")]
#[case("买家阿卜杜拉 买买提、阿卜杜拉•买买提", "买家阿某、阿某")]
#[case("住道县四马桥镇 解放路12号", "住某处")]
#[case("住道江镇红星路８８号3栋2单元501室", "住道江镇红星路某号某栋某单元某室")]
#[case("大坪村三组", "大坪村某组")]
#[case("身份证431124198001018888", "身份证****")]
#[case("身份证４３１１２４ 19800101 888Ｘ。", "身份证****。")]
#[case("身份证431124-19800101-888x号", "身份证****号")]
#[case("十五位431124800101888", "十五位****")]
#[case("电话138 0000-1234、(0746)5221234", "电话****")]
#[case("电话一三八零零零零一二三四", "电话****")]
#[case("+86 138\n0000\n1234", "+****")]
#[case("卡号6222 0212 0800 1234 567", "卡号****")]
#[case("驾驶湘M·12345、湘MD12345的车", "驾驶****、****的车")]
#[case("微信：he_xiuying88，邮箱 he@example.com", "微信：****，邮箱 ****")]
#[case("代码91431124MA4L12345X", "代码****")]
#[case("车架431124198OO1018888", "车架****")]
#[case("电话13OO746O1O8或１３Ｏ ＯＯo１２３４５", "电话****或****")]
#[case("电话一三八○○○○一二三四或一三八◯◯◯◯一二○○", "电话****或****")]
#[case("牵引湘M1234挂、湘M·123学，湘Ｍ１２３４５和湘Ｍ－Ｄ１２３４５", "牵引****挂、湘M·123学，****和****")]
#[case("微信号为hexiu88、微信账号是“he_xiu”", "微信号为****、微信账号是“****”")]
#[case("QQ号：66123，qq 号码为 66123，QQ66123，ＱＱ６６１２３", "QQ号：****，qq 号码为 ****，****，****")]
#[case("微信66123，支付宝66123.a 元，支付宝hexiu88元", "微信****，支付宝**** 元，支付宝****元")]
#[case("抖音（hexiuying），微信：ｈｅｘｉｕ８８", "抖音（****），微信：****")]
#[case("住道县四马桥镇解放路１２号", "住某处")]
fn what_may_not_be_read_goes(#[case] text: &str, #[case] public: &str) {
    let mask = &*MASK;
    assert_eq!(mask.text(text), public);
    assert_eq!(mask.text(public), public);
    assert!(!mask.found(text).is_empty());
}

#[rstest]
#[case("2026年3月5日，现场检查未见台账。")]
#[case("2026-03-05检查，2026.3.6复查")]
#[case("罚款1,234,567.89元，没收12345678 元，货值￥1234567")]
#[case("依据道商罚决〔2026〕118号、商务部令2005年第2号")]
#[case("第三十一条第一款，5月12号改正，12组设备")]
#[case("二○二六年三月五日，○○公司，检查12 OK，5O件，湘M线，微信支付3000元，微信转账")]
#[case("微信15000元、支付宝12000.50 元，抖音10000余元，微信转账12345笔，支付宝１２０００元，快手12万")]
fn what_belongs_to_a_decision_stays(#[case] text: &str) {
    let mask = &*MASK;
    assert_eq!(mask.text(text), text);
    assert!(mask.found(text).is_empty());
}

#[test]
fn a_day_is_no_cover_for_a_number() {
    for text in ["431124 1980-01-01 8888", "1380000 2026-03-05", "〔2026〕1180000号", "12345678901元"] {
        assert!(!MASK.text(text).contains("80"), "{text}: {}", MASK.text(text));
    }
}

/// The digits of a text in any of the scripts that the tests write.
fn digits(text: &str) -> String {
    let value = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0),
        c => "零一二三四五六七八九"
            .chars()
            .position(|one| one == c)
            .and_then(|at| char::from_digit(at as u32, 10)),
    };
    text.chars().filter_map(|c| if c.is_ascii_digit() { Some(c) } else { value(c) }).collect()
}

fn written(number: &str, script: u8, gaps: &[&str]) -> String {
    let mut text = String::new();
    for (at, digit) in number.chars().enumerate() {
        if at > 0 {
            text.push_str(gaps[at % gaps.len()]);
        }
        text.push(match (script, digit.to_digit(10)) {
            (1, Some(value)) => char::from_u32(u32::from('０') + value).unwrap_or(digit),
            (2, Some(value)) => "零一二三四五六七八九".chars().nth(value as usize).unwrap_or(digit),
            _ => digit,
        });
    }
    text
}

fn gap() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", "", "", " ", "-", "　", "—", "–", ".", " - ", "\n", "，", "·", "_", "/"])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_number_of_a_person_survives_in_any_spelling(
        number in "[1-9][0-9]{16}[0-9X]|[1-9][0-9]{14}|1[3-9][0-9]{9}|0[1-9][0-9]{9,10}|[2-8][0-9]{6,7}|6[0-9]{11,18}",
        script in 0..3_u8,
        gaps in prop::collection::vec(gap(), 1..6),
        before in "[一-十a-z0-9，。：年〔¥Ｏ○]{0,6}",
        after in "[一-十a-z0-9，。：号日〕元xO○]{0,6}",
    ) {
        let mask = &*MASK;
        let text = format!("{before}{}{after}", written(&number, script, &gaps));
        let public = mask.text(&text);
        let wanted: String = number.chars().filter(char::is_ascii_digit).collect();
        // Seven or eight digits written with points or hyphens may be a day, or with the word behind them an amount.
        let is_short = wanted.len() < 9;
        prop_assert!(is_short || !digits(&public).contains(&wanted), "{text} became {public}");
        prop_assert_eq!(mask.text(&public), public);
    }

    #[test]
    fn what_is_hidden_once_is_not_hidden_again(text in "[何秀英阿买提道县路号组栋12345678９０ -·@a-z一二三十年月日元湘MＭ〔〕，。OＯ○挂微信QQ为是：（]{0,60}") {
        let mask = &*MASK;
        let public = mask.text(&text);
        prop_assert!(mask.found(&public).is_empty(), "{text} became {public}: {:?}", mask.found(&public));
        prop_assert_eq!(mask.text(&public), public);
    }
}

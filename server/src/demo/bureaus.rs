//! The city's bureau and its eleven counties.

use store::{Bureau, Error, NewBureau, Store};

/// slug, GB/T 2260 code, full name, short name, prefix of numbers, name of the area.
const BUREAUS: [(&str, &str, &str, &str, &str, &str); 12] = [
    ("yongzhou", "431100", "永州市商务局", "永州市商务局", "永商", "永州市"),
    ("lingling", "431102", "永州市零陵区商务局", "零陵区商务局", "零商", "零陵区"),
    ("lengshuitan", "431103", "永州市冷水滩区商务局", "冷水滩区商务局", "冷商", "冷水滩区"),
    ("dongan", "431122", "东安县商务局", "东安县商务局", "东商", "东安县"),
    ("shuangpai", "431123", "双牌县商务局", "双牌县商务局", "双商", "双牌县"),
    ("daoxian", "431124", "道县商务局", "道县商务局", "道商", "道县"),
    ("jiangyong", "431125", "江永县商务局", "江永县商务局", "江永商", "江永县"),
    ("ningyuan", "431126", "宁远县商务局", "宁远县商务局", "宁商", "宁远县"),
    ("lanshan", "431127", "蓝山县商务局", "蓝山县商务局", "蓝商", "蓝山县"),
    ("xintian", "431128", "新田县商务局", "新田县商务局", "新商", "新田县"),
    ("jianghua", "431129", "江华瑶族自治县商务局", "江华县商务局", "江华商", "江华瑶族自治县"),
    ("qiyang", "431181", "祁阳市商务局", "祁阳市商务局", "祁商", "祁阳市"),
];

/// Marks the workspace as a demo: the sign-in page offers its accounts.
const SETTINGS: &str = r#"{"demo":true}"#;

/// The bureau whose papers have everything that they print.
const SETTLED: &str = "daoxian";

/// Fills what the papers of one county print: bank and account, address and telephone.
pub async fn settle(store: &Store) -> Result<(), Error> {
    let administrator = store.person("dx-admin").await?;
    let mut workspace = store.operate_as(SETTLED, Some(administrator)).await?;
    let settled = Bureau {
        bank: "中国建设银行股份有限公司道县支行".to_owned(),
        bank_account: "43050169283600000018".to_owned(),
        address: "湖南省永州市道县濂溪街道月岩东路18号".to_owned(),
        phone: "0746-5231018".to_owned(),
        ..workspace.bureau().clone()
    };
    workspace.change_bureau(&settled).await?;
    workspace.commit().await
}

/// Lays all twelve, the city's first.
pub async fn lay(store: &Store) -> Result<Vec<Bureau>, Error> {
    let mut laid = Vec::new();
    for (slug, code, full_name, short_name, number_prefix, area) in BUREAUS {
        let is_city = slug == "yongzhou";
        let new = NewBureau {
            slug: slug.to_owned(),
            is_city,
            parent: (!is_city).then(|| "yongzhou".to_owned()),
            code: Some(code.to_owned()),
            full_name: full_name.to_owned(),
            short_name: short_name.to_owned(),
            number_prefix: number_prefix.to_owned(),
            government: format!("{area}人民政府"),
            court: if is_city {
                "永州市冷水滩区人民法院".to_owned()
            } else {
                format!("{area}人民法院")
            },
            settings: SETTINGS.to_owned(),
        };
        laid.push(store.lay_first_bureau(new).await?);
    }
    Ok(laid)
}

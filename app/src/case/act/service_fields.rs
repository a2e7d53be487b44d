//! The fields of a service: the method, and what each method needs.

use super::fields::{Asked, choices};
use super::words;
use crate::case::page::{Choices, Field};
use domain::Lang;
use domain::case::{Receiver, ReturnReason};

impl Asked {
    /// All that a service can need; a method's own fields say so.
    pub(super) fn service(&self) -> Vec<Field> {
        let lang = self.lang();
        let mut list = vec![self.select("method", words::method, true, methods(lang))];
        list.extend(self.officers());
        let only = |hint: &str, field: Field| Field { hint: hint.to_owned(), ..field };
        let direct = lang.pick("直接送达填写", "for direct service");
        let signed = lang.pick("直接、委托、转交送达填写", "for direct service and service through another");
        let left = lang.pick("留置送达填写", "for leaving it at the place");
        let post = lang.pick("邮寄送达填写", "for service by post");
        let returned = lang.pick("邮件退回的填写", "for a letter that came back");
        let through = lang.pick("委托、转交送达填写", "for service through another");
        let electronic = lang.pick("电子送达填写", "for electronic service");
        let agreed = lang.pick(
            "电子送达、邮件退回的填写，应当早于送达日或者交寄日",
            "for electronic service and a letter that came back: before the service or the posting",
        );
        let notice = lang.pick("公告送达填写", "for a public notice");
        let reasons = choices(&ReturnReason::ALL, ReturnReason::word, |one| one.name(lang));
        list.extend([
            only(direct, self.select("receiver", words::receiver, false, self.receivers())),
            only(signed, self.line("signed_by", words::signed_by, false)),
            only(left, self.line("witness", words::witness, false)),
            only(post, self.line("posted_on", words::posted_on, false)),
            only(post, self.line("receipt", words::receipt, false)),
            only(returned, self.select("returned_why", words::returned_why, false, reasons)),
            only(through, self.line("through", words::through, false)),
            only(electronic, self.line("e_address", words::e_address, false)),
            only(agreed, self.line("consent_on", words::consent_on, false)),
            only(notice, self.area("tries", words::tries, false)),
        ]);
        list
    }

    /// Who may sign for the party of the form, or for any where it names its own.
    pub(super) fn receivers(&self) -> Choices {
        let fits = |one: &Receiver| self.party_kind().is_none_or(|kind| one.takes_for(kind));
        let all: Vec<_> = Receiver::ALL.into_iter().filter(fits).collect();
        choices(&all, Receiver::word, |one| one.name(self.lang()))
    }
}

fn methods(lang: Lang) -> Choices {
    let named = |word: &str, name: &str| (word.to_owned(), name.to_owned());
    vec![
        named("direct", lang.pick("直接送达", "direct service")),
        named("left", lang.pick("留置送达", "left at the place")),
        named("post", lang.pick("邮寄送达", "by post")),
        named("returned", lang.pick("邮寄送达（邮件退回）", "by post, the letter came back")),
        named("entrusted", lang.pick("委托送达", "through another authority")),
        named(
            "forwarded",
            lang.pick("转交送达（军人、被监禁的人）", "through the unit of a soldier or prisoner"),
        ),
        named("electronic", lang.pick("电子送达", "electronic")),
        named("public_notice", lang.pick("公告送达", "public notice")),
    ]
}

//! Forms that nothing is wrong with, for the doors that change something.

/// A member with an account of its own.
pub const GOOD_MEMBER: &str = "form%5Bwork_number%5D=dx-new&form%5Bname%5D=%E5%94%90%E6%96%87&form%5Bphone%5D=13900001111&\
    form%5Broles_reader%5D=yes&form%5Bfrom%5D=2026-11-23&form%5Btoken%5D=01900000-0000-7000-8000-000000000005";
/// A member's roles.
pub const GOOD_CHANGE: &str = "bureau={bureau}&member={member}&form%5Broles_bureau_admin%5D=yes&form%5Bversion%5D=1&\
    form%5Btoken%5D=01900000-0000-7000-8000-000000000006";
/// What a bureau's papers show.
pub const GOOD_SETTINGS: &str = "bureau={bureau}&form%5Bfull_name%5D=%E9%81%93%E5%8E%BF%E5%95%86%E5%8A%A1%E5%B1%80&\
    form%5Bshort_name%5D=%E9%81%93%E5%8E%BF&form%5Bnumber_prefix%5D=%E9%81%93%E5%95%86&\
    form%5Bgovernment%5D=%E9%81%93%E5%8E%BF%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C&\
    form%5Bcourt%5D=%E9%81%93%E5%8E%BF%E4%BA%BA%E6%B0%91%E6%B3%95%E9%99%A2&form%5Bversion%5D=1&\
    form%5Btoken%5D=01900000-0000-7000-8000-000000000007";
/// A bureau with its first administrator.
pub const GOOD_BUREAU: &str = "form%5Bslug%5D=jindong&form%5Bparent%5D=yongzhou&form%5Bfull_name%5D=%E9%87%91%E6%B4%9E&\
    form%5Bshort_name%5D=%E9%87%91%E6%B4%9E&form%5Bnumber_prefix%5D=%E9%87%91%E5%95%86&\
    form%5Bgovernment%5D=%E6%B0%B8%E5%B7%9E&form%5Bcourt%5D=%E7%A5%81%E9%98%B3&form%5Bwork_number%5D=jd-admin&\
    form%5Bname%5D=%E5%A5%89%E7%AB%8B%E6%96%B0&form%5Btoken%5D=01900000-0000-7000-8000-000000000008";
/// A form that seals a party's numbers.
pub const GOOD_CONTACT: &str = "bureau={bureau}&case={case}&party={party}&form%5Bphone%5D=13907461234";
/// The form of an act that asks for nothing but a reason.
pub const GOOD_ACT: &str = "bureau={bureau}&case={case}&act=withdraw&party={party}&form%5Breason%5D=%E9%87%8D%E5%A4%8D%E7%99%BB%E8%AE%B0\
    &form%5Bon%5D=2026-11-23&form%5Bseq%5D=1&form%5Btoken%5D=01900000-0000-7000-8000-000000000002";
/// The form of a clue against an establishment of the register.
pub const GOOD_CLUE: &str = "bureau={bureau}&case=&act=register_clue&party=&form%5Bentry%5D={establishment}&form%5Bsource%5D=report\
    &form%5Bsuspicion%5D=%E7%A7%81%E5%AE%B0&form%5Bplace%5D=%E9%81%93%E5%B7%9E&form%5Bon%5D=2026-11-23\
    &form%5Btoken%5D=01900000-0000-7000-8000-000000000003";
/// A form of an establishment that nothing is wrong with.
pub const GOOD_ESTABLISHMENT: &str = "bureau={bureau}&id={establishment}&form%5Bname%5D=%E9%81%93%E5%8E%BF%E8%A5%BF%E6%B4%B2%E5%8A%A0%E6%B2%B9%E7%AB%99&\
    form%5Bindustry%5D=oil&form%5Bversion%5D=1&form%5Btoken%5D=01900000-0000-7000-8000-000000000001";

/// A class that is given up.
pub const GOOD_DEED: &str = "bureau={bureau}&subject=classes%2F{class}&act=cancel_class&form%5Bon%5D=2026-11-23&\
    form%5Breason%5D=%E9%87%8D%E5%A4%8D&form%5Bversion%5D=1&form%5Btoken%5D=01900000-0000-7000-8000-000000000010";
/// Where somebody goes to work.
pub const GOOD_DETAILS: &str = "bureau={bureau}&subject=enrolments%2F{enrolment}&act=edit_enrolment&form%5Bversion%5D=1&\
    form%5Bdestination%5D=%E6%B7%B1%E5%9C%B3&form%5Btoken%5D=01900000-0000-7000-8000-000000000011";
/// The last number used on paper.
pub const GOOD_NUMBER: &str = "bureau={bureau}&form%5Bword%5D=%E4%B8%8D%E7%BD%9A%E5%86%B3&form%5Byear%5D=2026&\
    form%5Blast%5D=37&form%5Breason%5D=%E7%BA%B8%E8%B4%A8&form%5Btoken%5D=01900000-0000-7000-8000-000000000020";
pub const GOOD_PRACTICE: &str =
    "bureau={bureau}&act=open&form%5Btoken%5D=01900000-0000-7000-8000-000000000000f1";
/// A power that a county does not have.
pub const GOOD_POWER: &str = "bureau={bureau}&slug=daoxian&act=give&form%5Bindustry%5D=oil&form%5Bcapacity%5D=emergency&\
    form%5Blevel%5D=county&form%5Bfrom%5D=2026-11-23&form%5Bbasis%5D=%E5%86%B3%E5%AE%9A&\
    form%5Btoken%5D=01900000-0000-7000-8000-000000000021";

/// A transfer that is accepted.
pub const GOOD_ANSWER: &str = "bureau={bureau}&transfer={transfer}&answer=accept&\
    form%5Btoken%5D=01900000-0000-7000-8000-000000000024";
/// A transfer that is returned.
pub const GOOD_RETURN: &str = "bureau={bureau}&transfer={transfer}&answer=return&form%5Breason%5D=%E9%87%8D%E5%A4%8D&\
    form%5Btoken%5D=01900000-0000-7000-8000-000000000025";
/// An order that designates a county.
pub const GOOD_ORDER: &str = "bureau={bureau}&form%5Bcounty%5D=daoxian&form%5Bparty%5D=%E7%94%B2%E5%8E%82&\
    form%5Bmatter%5D=%E7%A7%81%E5%AE%B0&form%5Breason%5D=%E4%BA%89%E8%AE%AE&form%5Btoken%5D=01900000-0000-7000-8000-000000000031";
/// A visit into a county.
pub const GOOD_VISIT: &str = "bureau={bureau}&form%5Bcounty%5D=daoxian&form%5Breason%5D=figures&form%5Blength%5D=30&\
    form%5Bpurpose%5D=%E6%A0%B8%E5%AE%9E%E5%8D%81%E6%9C%88%E5%8A%9E%E7%BB%93%E6%95%B0&\
    form%5Btoken%5D=01900000-0000-7000-8000-000000000012";
/// The name of a member.
pub const GOOD_NAME: &str = "bureau={bureau}&page=members%2F{member}&form%5Bname%5D=%E5%94%90%E6%96%87&form%5Bversion%5D=1&\
    form%5Btoken%5D=01900000-0000-7000-8000-000000000023";
/// A head's power lent for a week.
pub const GOOD_DELEGATION: &str = "bureau={bureau}&form%5Bto%5D={person}&form%5Bfirst%5D=2026-12-01&\
    form%5Blast%5D=2026-12-07&form%5Btoken%5D=01900000-0000-7000-8000-000000000030";
/// A proposal that a colleague is asked to agree to first.
pub const GOOD_HANDING: &str =
    "bureau={bureau}&proposal={proposal}&how=add_signer&form%5Bfirst%5D={person}&next=";
/// A comment that mentions a colleague.
pub const GOOD_COMMENT: &str = "bureau={bureau}&case={case}&form%5Bcomment%5D=%E8%AF%B7%E7%9C%8B&\
    form%5Bmention_{colleague}%5D=yes&form%5Btoken%5D=01900000-0000-7000-8000-000000000040";
/// A view that is renamed once it has a name: somebody else's stays what it is.
pub const GOOD_VIEW_NAME: &str = "bureau={bureau}&view={saved_view}&form%5Bname%5D=";
/// A filter that is kept once it has a name: two people who knock would meet by the token.
pub const GOOD_VIEW: &str = "bureau={bureau}&page=cases&query=stage%3Dclosed&form%5Bname%5D=&\
    form%5Btoken%5D=01900000-0000-7000-8000-000000000041";
/// A block of numbers for an officer.
pub const GOOD_BLOCK: &str = "bureau={bureau}&form%5Bperson%5D={colleague}&form%5Bword%5D=%E7%99%BB%E5%AD%98&form%5Bcount%5D=3&\
    form%5Btoken%5D=01900000-0000-7000-8000-000000000041";
/// A number in hand that is void.
pub const GOOD_VOID_NUMBER: &str = "bureau={bureau}&form%5Bnumber%5D={in_hand}&form%5Breason%5D=%E5%86%99%E9%94%99&\
    form%5Btoken%5D=01900000-0000-7000-8000-000000000042";

//! Typed identities: one macro, one list.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A bureau (单位): one tenant. Small, never reused; leads the key of every tenanted table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BureauId(pub i32);

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map($name)
            }
        }
    )+};
}

ids! {
    /// A person who signs in; shared by all bureaus.
    PersonId,
    /// One person's roles in one bureau, from–to.
    MembershipId,
    /// A regulated establishment (监管对象) in one bureau's register.
    EstablishmentId,
    /// A licence or filing record (许可证、备案) of an establishment.
    LicenceId,
    /// A punishment case (案件).
    CaseId,
    /// A party (当事人) of one case.
    PartyId,
    /// An unlawful act (违法行为) of one party.
    UnlawfulActId,
    /// An act that waits for somebody with the power to approve it.
    ProposalId,
    /// A head's power lent for a time (AB 岗).
    DelegationId,
    /// What somebody is told of a case (提醒).
    ReminderId,
    /// A paper that was issued (制发).
    IssuedPaperId,
    /// A scan of signed papers that waits to be confirmed.
    ScanId,
    /// The scan of one signed and sealed paper (签章扫描件).
    PaperScanId,
    /// A piece of evidence that is a file (证据材料).
    EvidenceId,
    /// A file on its way in.
    UploadId,
    /// A volume of a dossier that is made (案卷).
    DossierId,
    /// A colleague's word on a case, outside the file (不入卷).
    CommentId,
    /// A case on its way from one bureau to another (移送); the same on both sides.
    TransferId,
    /// Saved input of a form.
    DraftId,
    /// A filter of a list that a person keeps under a name (常用视图).
    SavedViewId,
    /// An uploaded workbook on its way into the register.
    ImportId,
    /// A session of a signed-in person, as shown in the list of one's sessions.
    SessionId,
    /// A power (职权) of a bureau.
    PowerId,
    /// The city's named, bounded look into a county.
    VisitId,
    /// A training programme (培训项目).
    ProgrammeId,
    /// A class (培训班) of a programme.
    ClassId,
    /// One session (课次) of a class; a signed-in person's session is a [`SessionId`].
    ClassSessionId,
    /// A person who is trained (学员): never a person who signs in.
    TraineeId,
    /// One trainee's enrolment (报名) in one class.
    EnrolmentId,
    /// A training certificate (培训证书).
    CertificateId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_shows() {
        let id = CaseId(Uuid::from_u128(42));
        assert_eq!(id.to_string().parse::<CaseId>().ok(), Some(id));
        assert!("not-an-id".parse::<CaseId>().is_err());
    }
}

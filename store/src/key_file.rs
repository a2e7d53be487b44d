//! The key file: one line a key, `NUMBER BASE64`, oldest first. A backup without it is none.

use crate::error::Error;
use crate::seal::{NumberedKey, random};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io::{ErrorKind, Write};
use std::path::Path;
use zeroize::Zeroizing;

const HEADING: &str =
    "# Keys of this Xiaoxiang. A backup of the database without this file cannot be read.\n";

/// Reads the file, or makes it.
pub(crate) fn open(path: &Path) -> Result<Vec<NumberedKey>, Error> {
    match std::fs::read_to_string(path) {
        Ok(text) => {
            refuse_readable_by_others(path)?;
            parse(&Zeroizing::new(text))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            make(path)?;
            parse(&Zeroizing::new(std::fs::read_to_string(path).map_err(Error::down)?))
        }
        Err(error) => Err(Error::down(error)),
    }
}

/// Reads keys from the file's text.
pub(crate) fn parse(text: &str) -> Result<Vec<NumberedKey>, Error> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let keys: Option<Vec<NumberedKey>> = lines.map(parse_line).collect();
    match keys {
        Some(keys) if !keys.is_empty() => Ok(keys),
        _ => Err(Error::Setup(
            "the keys are not readable: one line a key, a number and 32 bytes in base64".to_owned(),
        )),
    }
}

fn parse_line(line: &str) -> Option<NumberedKey> {
    let (number, secret) = line.split_once(' ')?;
    let secret = Zeroizing::new(STANDARD.decode(secret.trim()).ok()?);
    let secret = Zeroizing::new(<[u8; 32]>::try_from(secret.as_slice()).ok()?);
    Some(NumberedKey { number: number.parse().ok()?, secret })
}

/// Two processes may start at once: the file comes into being whole, and whoever is second uses the first's.
fn make(path: &Path) -> Result<(), Error> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(Error::down)?;
    let secret = Zeroizing::new(random::<32>()?);
    let text = Zeroizing::new(format!("{HEADING}1 {}\n", STANDARD.encode(secret.as_slice())));
    let draft = folder.join(format!(".keys-{}", std::process::id()));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&draft).map_err(Error::down)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(Error::down)?;
    let linked = std::fs::hard_link(&draft, path);
    std::fs::remove_file(&draft).map_err(Error::down)?;
    match linked {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(Error::down(error)),
        _ => Ok(()),
    }
}

#[cfg(unix)]
fn refuse_readable_by_others(path: &Path) -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path).map_err(Error::down)?.permissions().mode();
    if mode & 0o077 == 0 {
        return Ok(());
    }
    Err(Error::Setup(format!("others may read {0}: run `chmod 600 {0}`", path.display())))
}

#[cfg(not(unix))]
fn refuse_readable_by_others(_: &Path) -> Result<(), Error> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_made_once_and_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/keys");
        let made = open(&path).unwrap();
        let again = open(&path).unwrap();
        assert_eq!(made[0].secret, again[0].secret);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
            assert!(matches!(open(&path), Err(Error::Setup(_))));
        }
    }

    #[test]
    fn a_text_that_is_no_key_file_is_refused() {
        for text in ["", "# nothing", "1", "1 short", "x AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="] {
            assert!(matches!(parse(text), Err(Error::Setup(_))), "{text}");
        }
    }
}

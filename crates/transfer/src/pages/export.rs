//! Lists as files.

use formats::{write_csv, write_xlsx};
use kernel::{Error, Result};
use web::{Answer, Reading};

use crate::paths::{BodyExport, BodyListExport, NetworkExport};

/// A list of a network.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] as the slice says whose list it is.
pub fn of_network(r: &Reading<'_>, p: NetworkExport) -> Result<Answer> {
    file(r, p.list.as_str(), p.network.as_str(), p.form.as_str())
}

/// The seats of a body.
///
/// # Errors
/// As [`of_network`].
pub fn of_body(r: &Reading<'_>, p: BodyExport) -> Result<Answer> {
    file(r, "sitze", &p.body.to_string(), p.form.as_str())
}

/// A list of a body.
///
/// # Errors
/// As [`of_network`].
pub fn list_of_body(r: &Reading<'_>, p: BodyListExport) -> Result<Answer> {
    file(r, p.list.as_str(), &p.body.to_string(), p.form.as_str())
}

fn file(r: &Reading<'_>, list: &str, of: &str, form: &str) -> Result<Answer> {
    let offered = r.site.slices().iter().flat_map(|s| s.exports).find(|e| e.name == list);
    let offered = offered.ok_or(Error::NotFound)?;
    if let Some(first) = (offered.guard)(r) {
        return Ok(first);
    }
    let sheet = (offered.sheet)(r, of)?;
    let answer = match form {
        "xlsx" => {
            let bytes = write_xlsx(&sheet).map_err(Error::internal)?;
            Answer::data("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes)
        }
        "csv" => Answer::data("text/csv; charset=utf-8", write_csv(&sheet)),
        _ => return Err(Error::NotFound),
    };
    Ok(Answer { download: Some(format!("{list}-{}.{form}", r.viewer.today)), ..answer }.fresh())
}

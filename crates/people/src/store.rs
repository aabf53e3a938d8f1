//! SQL of people: one function, one statement.

use db::{Conn, Row, Tx, args};
use kernel::{Day, Id, Result, Term};

use crate::{
    Absence, FormerName, NewAbsence, NewOrganisation, NewPerson, NewPost, NewTenure, NewTerritory, Organisation,
    OrganisationEdit, OwnData, Person, Post, PostEdit, PostTitles, Tenure, Territory, rules,
};

mod intake;
mod retention;
mod territories;

pub use intake::*;
pub use retention::*;
pub use territories::*;

fn term(row: &Row<'_>, from: usize) -> Result<Term> {
    Ok(Term { from: row.get(from)?, until: row.get(from + 1)? })
}

const TERRITORY: &str = "id, ags, level, name, parent_id, from_day, until_day, version, merged_into_id";

fn territory(r: &Row<'_>) -> Result<Territory> {
    Ok(Territory {
        id: r.get(0)?,
        ags: r.get(1)?,
        level: r.get(2)?,
        name: r.get(3)?,
        parent: r.get(4)?,
        term: term(r, 5)?,
        version: r.get(7)?,
        merged_into: r.get(8)?,
    })
}

/// One territory.
///
/// # Errors
/// [`kernel::Error::NotFound`] when there is none.
pub fn find_territory(conn: &Conn, id: Id<Territory>) -> Result<Territory> {
    conn.one(&format!("SELECT {TERRITORY} FROM territory WHERE id = :id"), args! { id: id }, territory)
}

/// Every territory, in the order of official keys.
///
/// # Errors
/// When the database cannot be read.
pub fn list_territories(conn: &Conn) -> Result<Vec<Territory>> {
    conn.all(&format!("SELECT {TERRITORY} FROM territory ORDER BY ags, sort_name"), args! {}, territory)
}

/// The territory that has one of these keys on that day, the longest key first.
///
/// # Errors
/// When the database cannot be read.
pub fn territory_by_ags(conn: &Conn, keys: &[String], day: Day) -> Result<Option<Territory>> {
    let sql = format!(
        "SELECT {TERRITORY} FROM territory WHERE ags IN (:keys*) AND from_day <= :day AND until_day > :day ORDER BY length(ags) DESC LIMIT 1"
    );
    conn.find(&sql, args! { keys: keys.to_vec(), day: day }, territory)
}

pub fn insert_territory(
    tx: &Tx<'_>,
    id: Id<Territory>,
    new: &NewTerritory,
    ags: Option<&str>,
    parent: Option<Id<Territory>>,
) -> Result<()> {
    tx.exec(
        "INSERT INTO territory (id, ags, level, name, sort_name, parent_id, from_day) VALUES (:id, :ags, :level, :name, :sort, :parent, :from_day)",
        args! { id: id, ags: ags, level: new.level, name: new.name.trim(), sort: i18n::fold(&new.name), parent: parent, from_day: new.from },
    )?;
    Ok(())
}

const ORGANISATION: &str = "id, kind, name, parent_id, territory_id, merged_into_id, mail, phone, address, website, purpose, version, from_day, until_day";

fn organisation(r: &Row<'_>) -> Result<Organisation> {
    Ok(Organisation {
        id: r.get(0)?,
        kind: r.get(1)?,
        name: r.get(2)?,
        parent: r.get(3)?,
        territory: r.get(4)?,
        merged_into: r.get(5)?,
        mail: r.get(6)?,
        phone: r.get(7)?,
        address: r.get(8)?,
        website: r.get(9)?,
        purpose: r.get(10)?,
        version: r.get(11)?,
        term: term(r, 12)?,
    })
}

/// One organisation, without asking who reads; see `networks::organisation_page`.
///
/// # Errors
/// [`kernel::Error::NotFound`] when there is none.
pub fn find_organisation(conn: &Conn, id: Id<Organisation>) -> Result<Organisation> {
    conn.one(&format!("SELECT {ORGANISATION} FROM organisation WHERE id = :id"), args! { id: id }, organisation)
}

/// Organisations by their numbers, by name.
///
/// # Errors
/// When the database cannot be read.
pub fn list_organisations(conn: &Conn, ids: &[Id<Organisation>]) -> Result<Vec<Organisation>> {
    let mut all = conn.all(
        &format!("SELECT {ORGANISATION} FROM organisation WHERE id IN (:ids*)"),
        args! { ids: ids },
        organisation,
    )?;
    all.sort_by_cached_key(|it| (i18n::fold_name(&it.name), it.id));
    Ok(all)
}

pub fn insert_organisation(
    tx: &Tx<'_>,
    id: Id<Organisation>,
    name: &str,
    new: &NewOrganisation,
    checked: &OrganisationEdit,
) -> Result<()> {
    tx.exec(
        "INSERT INTO organisation (id, kind, name, sort_name, parent_id, territory_id, mail, phone, address, website, purpose, from_day) \
         VALUES (:id, :kind, :name, :sort, :parent, :territory, :mail, :phone, :address, :website, :purpose, :from_day)",
        args! { id: id, kind: new.kind, name: name, sort: i18n::fold(name), parent: new.parent, territory: new.territory, mail: checked.mail.clone(),
        phone: checked.phone.clone(), address: checked.address.clone(), website: checked.website.clone(), purpose: checked.purpose.clone(), from_day: new.from },
    )?;
    Ok(())
}

pub fn save_organisation(tx: &Tx<'_>, id: Id<Organisation>, version: i64, edit: &OrganisationEdit) -> Result<()> {
    tx.exec_one(
        "UPDATE organisation SET mail = :mail, phone = :phone, address = :address, website = :website, purpose = :purpose, version = version + 1 WHERE id = :id AND version = :version",
        args! { id: id, version: version, mail: edit.mail.clone(), phone: edit.phone.clone(), address: edit.address.clone(), website: edit.website.clone(), purpose: edit.purpose.clone() },
    )
}

pub fn save_organisation_name(tx: &Tx<'_>, id: Id<Organisation>, version: i64, name: &str) -> Result<()> {
    tx.exec_one(
        "UPDATE organisation SET name = :name, sort_name = :sort, version = version + 1 WHERE id = :id AND version = :version",
        args! { id: id, version: version, name: name, sort: i18n::fold(name) },
    )
}

pub fn save_organisation_end(
    tx: &Tx<'_>,
    id: Id<Organisation>,
    version: i64,
    until: Day,
    into: Option<Id<Organisation>>,
) -> Result<()> {
    tx.exec_one(
        "UPDATE organisation SET until_day = :until_day, merged_into_id = :into, version = version + 1 WHERE id = :id AND version = :version",
        args! { id: id, version: version, until_day: until, into: into },
    )
}

/// What these organisations were called before.
///
/// # Errors
/// When the database cannot be read.
pub fn former_names_of_organisations(conn: &Conn, ids: &[Id<Organisation>]) -> Result<Vec<FormerName>> {
    conn.all("SELECT organisation_id, name, from_day, until_day FROM former_name WHERE organisation_id IN (:ids*) ORDER BY from_day", args! { ids: ids }, former)
}

/// What these posts were called before.
///
/// # Errors
/// When the database cannot be read.
pub fn former_names_of_posts(conn: &Conn, ids: &[Id<Post>]) -> Result<Vec<FormerName>> {
    conn.all(
        "SELECT post_id, name, from_day, until_day FROM former_name WHERE post_id IN (:ids*) ORDER BY from_day",
        args! { ids: ids },
        former,
    )
}

fn former(r: &Row<'_>) -> Result<FormerName> {
    Ok(FormerName { of: r.get(0)?, name: r.get(1)?, term: term(r, 2)? })
}

/// Keeps a name something had; exactly one of the two is given.
pub fn insert_former_name(
    tx: &Tx<'_>,
    organisation: Option<Id<Organisation>>,
    post: Option<Id<Post>>,
    name: &str,
    had: Term,
) -> Result<()> {
    let id = tx.id::<FormerName>();
    tx.exec(
        "INSERT INTO former_name (id, organisation_id, post_id, name, from_day, until_day) VALUES (:id, :organisation, :post, :name, :from_day, :until_day)",
        args! { id: id, organisation: organisation, post: post, name: name, from_day: had.from, until_day: had.until },
    )?;
    Ok(())
}

const PERSON: &str = "id, given, family, title, pronouns, title_form, private_mail, private_phone, version, erased_at";

fn person(r: &Row<'_>) -> Result<Person> {
    Ok(Person {
        id: r.get(0)?,
        given: r.get(1)?,
        family: r.get(2)?,
        title: r.get(3)?,
        pronouns: r.get(4)?,
        title_form: r.get(5)?,
        private_mail: r.get(6)?,
        private_phone: r.get(7)?,
        version: r.get(8)?,
        erased: r.get::<Option<i64>>(9)?.is_some(),
    })
}

/// One person with everything that is private: only for herself and for verbs; see `networks::names`.
///
/// # Errors
/// [`kernel::Error::NotFound`] when there is none.
pub fn find_person(conn: &Conn, id: Id<Person>) -> Result<Person> {
    conn.one(&format!("SELECT {PERSON} FROM person WHERE id = :id"), args! { id: id }, person)
}

/// Persons by their numbers, with everything that is private: for slices that decide who sees what of it.
///
/// # Errors
/// When the database cannot be read.
pub fn list_persons(conn: &Conn, ids: &[Id<Person>]) -> Result<Vec<Person>> {
    conn.all(
        &format!("SELECT {PERSON} FROM person WHERE id IN (:ids*) ORDER BY sort_name, id"),
        args! { ids: ids },
        person,
    )
}

pub fn insert_person(tx: &Tx<'_>, id: Id<Person>, new: &NewPerson) -> Result<()> {
    tx.exec(
        "INSERT INTO person (id, given, family, sort_name, title, title_form) VALUES (:id, :given, :family, :sort, :title, :form)",
        args! { id: id, given: &new.given, family: &new.family, sort: rules::person_sort_name(&new.given, &new.family), title: new.title.clone(), form: new.title_form },
    )?;
    Ok(())
}

pub fn save_person(tx: &Tx<'_>, id: Id<Person>, version: i64, own: &OwnData) -> Result<()> {
    tx.exec_one(
        "UPDATE person SET given = :given, family = :family, sort_name = :sort, title = :title, pronouns = :pronouns, title_form = :form, private_mail = :mail, private_phone = :phone, \
         version = version + 1 WHERE id = :id AND version = :version AND erased_at IS NULL",
        args! { id: id, version: version, given: &own.given, family: &own.family, sort: rules::person_sort_name(&own.given, &own.family), title: own.title.clone(),
        pronouns: own.pronouns.clone(), form: own.title_form, mail: own.private_mail.clone(), phone: own.private_phone.clone() },
    )
}

const POST: &str = "id, organisation_id, territory_id, title, title_female, title_male, legal_basis, engagement, mail, phone, version, from_day, until_day";

fn post(r: &Row<'_>) -> Result<Post> {
    Ok(Post {
        id: r.get(0)?,
        organisation: r.get(1)?,
        territory: r.get(2)?,
        titles: PostTitles { neutral: r.get(3)?, female: r.get(4)?, male: r.get(5)? },
        legal_basis: r.get(6)?,
        engagement: r.get(7)?,
        mail: r.get(8)?,
        phone: r.get(9)?,
        version: r.get(10)?,
        term: term(r, 11)?,
    })
}

/// One post.
///
/// # Errors
/// [`kernel::Error::NotFound`] when there is none.
pub fn find_post(conn: &Conn, id: Id<Post>) -> Result<Post> {
    conn.one(&format!("SELECT {POST} FROM post WHERE id = :id"), args! { id: id }, post)
}

/// Posts by their numbers.
///
/// # Errors
/// When the database cannot be read.
pub fn list_posts(conn: &Conn, ids: &[Id<Post>]) -> Result<Vec<Post>> {
    conn.all(&format!("SELECT {POST} FROM post WHERE id IN (:ids*) ORDER BY title, id"), args! { ids: ids }, post)
}

/// The posts of an organisation that exist on a day.
///
/// # Errors
/// When the database cannot be read.
pub fn list_posts_of_organisation(conn: &Conn, organisation: Id<Organisation>, day: Day) -> Result<Vec<Post>> {
    let sql = format!(
        "SELECT {POST} FROM post WHERE organisation_id = :organisation AND from_day <= :day AND until_day > :day AND NOT EXISTS (SELECT 1 FROM post_home h WHERE h.post_id = post.id AND h.from_day <= :day AND h.until_day > :day) \
         UNION ALL SELECT {POST} FROM post WHERE id IN (SELECT h.post_id FROM post_home h WHERE h.organisation_id = :organisation AND h.from_day <= :day AND h.until_day > :day) AND from_day <= :day AND until_day > :day ORDER BY 4, 1"
    );
    conn.all(&sql, args! { organisation: organisation, day: day }, post)
}

/// The posts of some organisations that exist on a day.
///
/// # Errors
/// When the database cannot be read.
pub fn list_posts_of_organisations(conn: &Conn, organisations: &[Id<Organisation>], day: Day) -> Result<Vec<Post>> {
    let sql = format!(
        "SELECT {POST} FROM post WHERE organisation_id IN (:organisations*) AND from_day <= :day AND until_day > :day ORDER BY title, id"
    );
    conn.all(&sql, args! { organisations: organisations, day: day }, post)
}

pub fn insert_post(tx: &Tx<'_>, id: Id<Post>, titles: &PostTitles, new: &NewPost, edit: &PostEdit) -> Result<()> {
    tx.exec(
        "INSERT INTO post (id, organisation_id, territory_id, title, title_female, title_male, legal_basis, engagement, mail, phone, from_day) \
         VALUES (:id, :organisation, :territory, :title, :female, :male, :basis, :engagement, :mail, :phone, :from_day)",
        args! { id: id, organisation: new.organisation, territory: new.territory, title: &titles.neutral, female: titles.female.clone(), male: titles.male.clone(),
        basis: edit.legal_basis.clone(), engagement: edit.engagement, mail: edit.mail.clone(), phone: edit.phone.clone(), from_day: new.from },
    )?;
    Ok(())
}

pub fn save_post(tx: &Tx<'_>, id: Id<Post>, version: i64, edit: &PostEdit) -> Result<()> {
    tx.exec_one(
        "UPDATE post SET territory_id = :territory, legal_basis = :basis, engagement = :engagement, mail = :mail, phone = :phone, version = version + 1 WHERE id = :id AND version = :version",
        args! { id: id, version: version, territory: edit.territory, basis: edit.legal_basis.clone(), engagement: edit.engagement, mail: edit.mail.clone(), phone: edit.phone.clone() },
    )
}

/// Since when a post has been where it is, if it was moved.
pub fn last_move(conn: &Conn, id: Id<Post>) -> Result<Option<Day>> {
    conn.find(
        "SELECT until_day FROM post_home WHERE post_id = :id ORDER BY until_day DESC LIMIT 1",
        args! { id: id },
        |r| r.get(0),
    )
}

pub fn insert_post_home(tx: &Tx<'_>, id: Id<Post>, organisation: Id<Organisation>, had: Term) -> Result<()> {
    tx.exec(
        "INSERT INTO post_home (id, post_id, organisation_id, from_day, until_day) VALUES (:id, :post, :organisation, :from_day, :until_day)",
        args! { id: tx.id::<FormerName>(), post: id, organisation: organisation, from_day: had.from, until_day: had.until },
    )?;
    Ok(())
}

pub fn save_post_organisation(tx: &Tx<'_>, id: Id<Post>, organisation: Id<Organisation>) -> Result<()> {
    tx.exec_one(
        "UPDATE post SET organisation_id = :organisation, version = version + 1 WHERE id = :id",
        args! { id: id, organisation: organisation },
    )
}

pub fn save_post_titles(tx: &Tx<'_>, id: Id<Post>, version: i64, titles: &PostTitles) -> Result<()> {
    tx.exec_one(
        "UPDATE post SET title = :title, title_female = :female, title_male = :male, version = version + 1 WHERE id = :id AND version = :version",
        args! { id: id, version: version, title: &titles.neutral, female: titles.female.clone(), male: titles.male.clone() },
    )
}

const TENURE: &str =
    "id, post_id, person_id, mode, rank, share_percent, mail, phone, file_reference, grain, from_day, until_day";

fn tenure(r: &Row<'_>) -> Result<Tenure> {
    Ok(Tenure {
        id: r.get(0)?,
        post: r.get(1)?,
        person: r.get(2)?,
        mode: r.get(3)?,
        rank: r.get(4)?,
        share_percent: r.get(5)?,
        mail: r.get(6)?,
        phone: r.get(7)?,
        file_reference: r.get(8)?,
        grain: r.get(9)?,
        term: term(r, 10)?,
    })
}

/// One tenure.
///
/// # Errors
/// [`kernel::Error::NotFound`] when there is none.
pub fn find_tenure(conn: &Conn, id: Id<Tenure>) -> Result<Tenure> {
    conn.one(&format!("SELECT {TENURE} FROM tenure WHERE id = :id"), args! { id: id }, tenure)
}

/// Everybody who was, is or will be with a post, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_tenures_of_post(conn: &Conn, post: Id<Post>) -> Result<Vec<Tenure>> {
    list_tenures_of_posts(conn, &[post])
}

/// The same for several posts at once.
///
/// # Errors
/// When the database cannot be read.
pub fn list_tenures_of_posts(conn: &Conn, posts: &[Id<Post>]) -> Result<Vec<Tenure>> {
    conn.all(
        &format!("SELECT {TENURE} FROM tenure WHERE post_id IN (:posts*) ORDER BY from_day DESC, rank, id"),
        args! { posts: posts },
        tenure,
    )
}

/// Every post a person was, is or will be with, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub fn list_tenures_of_person(conn: &Conn, person: Id<Person>) -> Result<Vec<Tenure>> {
    conn.all(
        &format!("SELECT {TENURE} FROM tenure WHERE person_id = :person ORDER BY from_day DESC, id"),
        args! { person: person },
        tenure,
    )
}

/// The posts some persons are with on a day.
///
/// # Errors
/// When the database cannot be read.
pub fn list_tenures_of_persons(conn: &Conn, persons: &[Id<Person>], day: Day) -> Result<Vec<Tenure>> {
    let sql = format!(
        "SELECT {TENURE} FROM tenure WHERE person_id IN (:persons*) AND from_day <= :day AND until_day > :day ORDER BY mode DESC, id"
    );
    conn.all(&sql, args! { persons: persons, day: day }, tenure)
}

pub fn insert_tenure(tx: &Tx<'_>, id: Id<Tenure>, new: &NewTenure) -> Result<()> {
    tx.exec(
        "INSERT INTO tenure (id, post_id, person_id, mode, rank, share_percent, mail, phone, file_reference, grain, from_day, until_day) \
         VALUES (:id, :post, :person, :mode, :rank, :share, :mail, :phone, :file, :grain, :from_day, :until_day)",
        args! { id: id, post: new.post, person: new.person, mode: new.mode, rank: new.rank, share: new.share_percent, mail: new.mail.clone(), phone: new.phone.clone(),
        file: new.file_reference.clone(), grain: new.grain, from_day: new.from, until_day: new.until },
    )?;
    Ok(())
}

pub fn delete_absences_of_tenure(tx: &Tx<'_>, id: Id<Tenure>) -> Result<()> {
    tx.exec("DELETE FROM absence WHERE tenure_id = :id", args! { id: id }).map(drop)
}

pub fn delete_tenure(tx: &Tx<'_>, id: Id<Tenure>) -> Result<()> {
    tx.exec_one("DELETE FROM tenure WHERE id = :id", args! { id: id })
}

pub fn save_tenure_contact(tx: &Tx<'_>, id: Id<Tenure>, mail: Option<&str>, phone: Option<&str>) -> Result<()> {
    tx.exec_one(
        "UPDATE tenure SET mail = :mail, phone = :phone WHERE id = :id",
        args! { id: id, mail: mail, phone: phone },
    )
}

pub fn save_tenure_share(tx: &Tx<'_>, id: Id<Tenure>, share: i64) -> Result<()> {
    tx.exec_one("UPDATE tenure SET share_percent = :share WHERE id = :id", args! { id: id, share: share })
}

pub fn save_tenure_end(tx: &Tx<'_>, id: Id<Tenure>, until: Day) -> Result<()> {
    tx.exec_one("UPDATE tenure SET until_day = :until_day WHERE id = :id", args! { id: id, until_day: until })
}

pub fn save_tenure_correction(tx: &Tx<'_>, id: Id<Tenure>, term: Term, person: Id<Person>) -> Result<()> {
    tx.exec_one(
        "UPDATE tenure SET person_id = :person, from_day = :from_day, until_day = :until_day WHERE id = :id",
        args! { id: id, person: person, from_day: term.from, until_day: term.until },
    )
}

/// When a person is, was or will be away.
///
/// # Errors
/// When the database cannot be read.
pub fn list_absences(conn: &Conn, person: Id<Person>) -> Result<Vec<Absence>> {
    conn.all("SELECT id, person_id, tenure_id, from_day, until_day FROM absence WHERE person_id = :person ORDER BY from_day DESC", args! { person: person }, |r| {
        Ok(Absence { id: r.get(0)?, person: r.get(1)?, tenure: r.get(2)?, term: term(r, 3)? })
    })
}

pub fn insert_absence(tx: &Tx<'_>, id: Id<Absence>, new: &NewAbsence) -> Result<()> {
    tx.exec(
        "INSERT INTO absence (id, person_id, tenure_id, from_day, until_day) VALUES (:id, :person, :tenure, :from_day, :until_day)",
        args! { id: id, person: new.person, tenure: new.tenure, from_day: new.from, until_day: new.until },
    )?;
    Ok(())
}

pub fn delete_absence(tx: &Tx<'_>, id: Id<Absence>, person: Id<Person>) -> Result<u64> {
    tx.exec("DELETE FROM absence WHERE id = :id AND person_id = :person", args! { id: id, person: person })
}

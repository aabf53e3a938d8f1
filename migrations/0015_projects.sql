-- Project groups: what they are charged with, until when, who carries the cost with them, and the report they close with.
-- due_day is the planned last day, itself included. The seats end with the body, and the body with its report.
CREATE TABLE project (body_id BIGINT PRIMARY KEY REF(body(id)), charge TEXT NOT NULL DEFAULT '', due_day TEXT CHECK (DAY(due_day)),
  total_cents BIGINT CHECK (total_cents BETWEEN 0 AND 99999999999), version BIGINT NOT NULL DEFAULT 1);
CREATE INDEX project_due ON project (due_day) WHERE due_day IS NOT NULL;
-- An organisation of this house, or a typed name. A share is an exact amount or an exact fraction.
CREATE TABLE project_partner (id BIGINT PRIMARY KEY, body_id BIGINT NOT NULL REF(project(body_id)), organisation_id BIGINT REF(organisation(id)), name TEXT NOT NULL DEFAULT '',
  cents BIGINT CHECK (cents BETWEEN 0 AND 99999999999), numerator BIGINT CHECK (numerator BETWEEN 1 AND 1000), denominator BIGINT CHECK (denominator BETWEEN 1 AND 1000),
  CHECK ((organisation_id IS NULL) = (name <> '')), CHECK ((numerator IS NULL) = (denominator IS NULL)), CHECK (numerator <= denominator), CHECK (cents IS NULL OR numerator IS NULL));
CREATE INDEX project_partner_body ON project_partner (body_id);
CREATE INDEX project_partner_organisation ON project_partner (organisation_id) WHERE organisation_id IS NOT NULL;
-- A draft until closed_at.
CREATE TABLE project_report (body_id BIGINT PRIMARY KEY REF(project(body_id)), aim TEXT NOT NULL DEFAULT '', deeds TEXT NOT NULL DEFAULT '', result TEXT NOT NULL DEFAULT '',
  remains TEXT NOT NULL DEFAULT '', advice TEXT NOT NULL DEFAULT '', whole TEXT NOT NULL DEFAULT '', closed_at BIGINT);

-- A person eligible through an organisation is found from the organisation's page; a network's address is its own.
CREATE INDEX occupancy_eligible_organisation ON occupancy (eligible_organisation_id, until_day) WHERE eligible_organisation_id IS NOT NULL;
CREATE UNIQUE INDEX body_network_slug ON body (slug) WHERE kind = 'network';

"""What kind of body publishes or counts: the ADMS vocabulary of publishers, which DCAT-AP asks for (`dct:type`)."""

AGENT_TYPES: tuple[str, ...] = (
    "NationalAuthority", "RegionalAuthority", "LocalAuthority", "SupraNationalAuthority", "Academia-ScientificOrganisation",
    "NonGovernmentalOrganisation", "NonProfitOrganisation", "StandardisationBody", "IndustryConsortium", "Company",
)  # fmt: skip

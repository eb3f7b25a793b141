extension Matrix {
    /// The cells of the matrix, line by line as they stand in `access-matrix.md`: the one place where they are.
    static let table = #"""
        | kind \ role | V | T | N | S | C | I | L | A | D | O | M | E | P | W | G | K | U | Q | X | J |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
        | **tip** | CR/o | CR/o | CRUS/a | C/w | C/wc | · | C/w | CRUS/a | R/a | · | · | · | · | CR/an | C/w | CR/a | · | · | · | C/w |
        | **source_id** | · | RE/o | R/ao | · | · | · | · | · | · | · | · | · | R/2y | · | · | R/2y | · | P | · | · |
        | **victim_pseudo** | R/o | · | CRUS/a | RU/ac | R/ac | R/atn | R/ac | R/an | R/an | R/an | · | · | R/aj | · | · | · | R/2n | · | · | · |
        | **victim_id** | RUE/o | · | CRU/a<br>S/ac2 | R/ac | R/ac | · | R/ac | · | R/aj2 | · | · | · | R/aj2 | · | · | · | · | P | · | · |
        | **relatives** | CRUE/o | · | CRU/a | R/ac | R/ac | · | R/ac | · | R/ay2 | · | · | · | R/ay2 | · | · | · | · | P | · | · |
        | **clinical** | RE/o | · | · | · | CRU/a | · | R/ac | · | · | · | · | · | · | · | · | · | · | · | · | · |
        | **shelter_loc** | R/o | · | R/a | CRU/a | R/a | R/at | R/ac | · | · | · | · | · | · | · | · | · | · | P | · | · |
        | **service_plan** | RU/o | · | CRU/a | CRU/a | RU/a | · | R/ac | · | · | · | · | · | · | · | · | · | R/2n | · | · | · |
        | **status_label** | RU/o | · | CRU/a | · | R/ac | · | R/ac | · | CR/a | · | · | · | R/a | · | R/cn | · | R/2n | · | · | · |
        | **testimony** | R/o | · | R/ac | · | · | · | R/ac | R/acn | CRU/ac | · | · | · | R/ac | · | · | · | · | · | · | · |
        | **intel_entity** | C/w | C/w | CS/w<br>R/o | C/w | · | · | · | CRUS/a<br>X/a2 | CRU/a | R/a | R/atn | · | R/a | R/an | C/w | R/a | · | · | · | · |
        | **surveil_fin** | · | · | · | · | · | · | · | CRU/ay | CRU/ay | R/ayn | · | · | R/ay | · | · | R/ay | · | · | · | · |
        | **site_loc** | CR/o | CR/o | CR/o | · | · | · | · | CRU/a | RU/a | R/a | R/at | R/at | R/a | C/w<br>R/an | C/w | R/a | · | · | · | · |
        | **risk_assess** | · | · | CR/o | · | · | · | · | CR/a | CRU/a | CRUP/a | · | · | RP/a | · | · | R/a | · | · | · | · |
        | **op_plan** | · | · | · | · | · | · | · | R/an | R/a | CRUSP/a | · | R/atn | RP/a | · | · | R/a2 | · | · | · | · |
        | **role_card** | · | · | · | · | · | R/ot | · | · | R/ot | CRU/a | R/ot | R/ot | R/ot | · | · | · | · | · | · | · |
        | **prep_notice** | · | · | R/at | R/at | R/at | R/at | · | · | R/a | CRS/a | · | · | R/a | · | · | · | · | · | · | · |
        | **evidence** | · | · | · | · | · | · | R/ay | R/an | R/a | · | · | CR/a | R/a<br>X/ay | · | · | R/ay | · | · | · | · |
        | **custody_log** | · | · | · | · | · | · | R/ay | · | R/a | · | · | CR/a | R/a | · | · | R/a | R | · | · | · |
        | **case_file** | R/on | · | R/acn | · | · | · | R/ay | R/an | CRU/a | · | · | · | CRUS/a<br>X/ay | · | · | R/ay | R/2n | · | · | · |
        | **compensation** | RU/o | · | R/ac | · | · | · | CRU/ac | C/w | R/an | · | · | · | CRU/a | · | · | · | R/2n | · | · | · |
        | **psi_query** | R/on | · | CR/o | · | · | · | · | CR/o | CR/o | R/a | · | · | · | CR/o | · | R/an | R/n | · | · | · |
        | **audit_log** | R/on | R/o | R/o | R/o | R/o | R/o | R/o | R/o | R/o | R/o | R/o | R/o | R/o | R/o | R/o | R/a | R<br>X/2 | R/o | R/o | R/n |
        | **coi_register** | · | · | C/w | · | · | · | · | C/w | · | C/w | · | · | C/w | · | · | CRU/2 | R | · | · | · |
        | **stats_pub** | R | R | CR | R | R | R | R | CR | R | R | R | R | RP | R | R | R | RP | R | R | R |
        | **users_config** | RU/o | · | RU/o | RU/o | RU/o | RU/o | RU/o | RU/o | RU/o | RU/o | RU/o | RU/o | RU/o | RU/o | RU/o | RU/o | RU/o | RU/o | CRU/2 | · |
        | **keys** | · | · | · | · | · | · | · | · | · | · | · | · | · | · | · | · | R/n | P | U/2 | · |
        """#

    /// The cells of what the rooms work with besides, in the same form: of these the page is silent (decision 16). The
    /// forbids of the page hold for them as for all content.
    static let rooms = #"""
        | kind \ role | V | T | N | S | C | I | L | A | D | O | M | E | P | W | G | K | U | Q | X | J |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
        | **inspection** | · | · | C/w | · | · | · | · | R/an | R/a | · | · | · | R/a | CRUS/a | · | R/a | R/2n | · | · | · |
        | **competence** | · | · | R/o | R/o | R/o | CRU/a | R/o | R/o | R/o | R/a | R/o | R/o | R/o | R/o | · | R/a | R | · | · | · |
        | **exercise** | · | · | R/a | R/a | R/a | CRU/a | R/a | R/a | R/a | R/a | R/a | R/a | R/a | R/a | · | R/a | R/a | · | · | · |
        | **release** | · | · | RU/a | · | · | · | · | CRU/a | · | · | · | · | RU/a | · | · | R/a | RU/a | · | · | · |
        """#
}

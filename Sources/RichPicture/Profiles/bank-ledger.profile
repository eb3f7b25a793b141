# A bank's ledger of transfers between accounts.
profile: bank-ledger
title: Bank ledger, one line a transfer
stream: banking
zone: Asia/Bangkok
country: TH

table transfers
entity account payer key from_bank & ":" & from_account as account
    name = from_name
entity account payee key to_bank & ":" & to_account as account
    name = to_name
event transfer
    from     = from_bank & ":" & from_account as account
    to       = to_bank & ":" & to_account as account
    start    = date & " " & time as time yyyy-MM-dd HH:mm?:ss
    amount   = amount as money
    currency = currency
    note     = text

# IBM AMLSim sample data: accounts are plain numbers, time is counted in days; the day of step 0 is ours.
profile: amlsim
title: AMLSim, transactions and accounts
stream: banking
zone: UTC

table transactions
event transfer
    from   = sourceNodeId as account
    to     = targetNodeId as account
    amount = value as money
    start  = time as time step 2017-01-01 day

table accounts
entity account a key nodeid as account
    balance = init_balance

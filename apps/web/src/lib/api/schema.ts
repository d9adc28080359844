// Made from docs/openapi.json by scripts/make-api-client.ts; not edited by hand.

export interface paths {
    "/api/v1/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server answers; its store is not asked */
        get: operations["readLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server and its store answer */
        get: operations["readHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of the register in one file, as npx frown restore takes it */
        get: operations["readBackup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and which ways in there are */
        get: operations["readAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the name that others see */
        patch: operations["renameAccount"];
        trace?: never;
    };
    "/api/v1/account/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that is kept of the own account */
        get: operations["readAccountDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/passkeys/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a new passkey is to sign */
        post: operations["challengeNewPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a passkey to the own account */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a passkey of the own account */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        /** Rename a passkey of the own account */
        patch: operations["renamePasskey"];
        trace?: never;
    };
    "/api/v1/account/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out here */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out everywhere */
        delete: operations["signOutEverywhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one session of the own account */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a one-time link by mail, if the address has an account; the answer does not say whether */
        post: operations["sendLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/session/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with the secret of a one-time link, which works once */
        post: operations["signInByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/session/passkey/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a passkey is to sign */
        post: operations["challengePasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with what a passkey signed */
        post: operations["signInByPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All accounts */
        get: operations["listAccounts"];
        put?: never;
        /** Make an account and a one-time link to it; for one that is there with that role, a further link */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an account with its sessions, passkeys and links; its trail keeps the id alone */
        delete: operations["removeAccount"];
        options?: never;
        head?: never;
        /** Give an account another role; its sessions have it at once */
        patch: operations["changeRole"];
        trace?: never;
    };
    "/api/v1/accounts/trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to accounts, newest first */
        get: operations["readTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Systems that match */
        get: operations["listSystems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/systems/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One system, each property with its source */
        get: operations["readSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/systems/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that was said of a system, withdrawn claims included */
        get: operations["readSystemHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups, each with its parts, most systems first */
        get: operations["listGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One group: its systems, its scale-up, what is unknown, its history */
        get: operations["readGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How fast training compute grows, with its 90% interval */
        get: operations["readTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/disclosure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shares of systems with known training compute, by year and by group */
        get: operations["readDisclosure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/frontier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs that were the largest known when they were released */
        get: operations["readFrontier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Differences of value between what was known on two days */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/known-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days on which the register learned something, and from whom */
        get: operations["listKnownDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sources of all that had been recorded, most claims first */
        get: operations["listSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was written when: each edit, and each import as one, latest first */
        get: operations["listRecordings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One claim: what it says, what became of it, and where the log has it */
        get: operations["readClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/claims/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase the texts of a claim and who entered it, for good; the log says so */
        post: operations["eraseClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the log holds, signed */
        get: operations["readLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log/entries/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An entry, and the proof that the signed log holds it */
        get: operations["readLogEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log/cosignatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring what a witness signed of a checkpoint */
        post: operations["addCosignatures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add, supersede, contest, withdraw or undo a claim, or reply to it: one further entry or several */
        post: operations["editRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import one of Epoch AI's CSV files: all of it or nothing */
        post: operations["importEpoch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shipped beliefs: distribution, grade and source of every parameter */
        get: operations["listParameters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The groups with which a race starts on a day, and what each rests on */
        get: operations["listRaceGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a job is, and its answer once it is done */
        get: operations["readJob"];
        put?: never;
        post?: never;
        /** Take an asking back; the last one cancels the job */
        delete: operations["cancelJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a scenario buys: crossings without it and with it, and the delay */
        post: operations["askScenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/curves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delay against the share that refuses, for several populations */
        post: operations["askCurves"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/required-shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The smallest share that must refuse for the delay, or that none suffices */
        post: operations["askRequiredShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/portfolios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The cheapest mix of levers that reaches the delay with a probability, at prices that you set */
        post: operations["askPortfolio"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/fans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How the frontier’s effective compute grows, without the scenario and with it */
        post: operations["askFan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/waterfalls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** From the naive expectation to the answer, one mechanism at a time */
        post: operations["askWaterfall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/careless-gains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a generic careless group gains, in each group’s place in turn */
        post: operations["askCareless"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/first-crossings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who crosses first, as far as it does not hang on what a group discloses */
        post: operations["askWhoFirst"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/beliefs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What you would have to believe for the scenario to buy the delay */
        post: operations["askBelieve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Two sets of beliefs side by side, and which of them carry the difference */
        post: operations["askTwoBeliefs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/sensitivities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sobol indices of the delay: which beliefs its spread rests on */
        post: operations["askSensitivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/norms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What share refuses when each waits for others, openly and under sealed pledges, and what that buys */
        post: operations["askNorm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a claim of the debate holds in this race, and what it turns on */
        post: operations["askClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/approaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Culture, regulation and technology side by side, each from when it can begin */
        post: operations["askApproaches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** When each group crosses, for values of the parameters given outright */
        post: operations["simulate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        PlainDistributionInput: {
            /** @constant */
            kind: "constant";
            value: number;
        } | {
            /** @constant */
            kind: "uniform";
            low: number;
            high: number;
        } | {
            /** @constant */
            kind: "triangular";
            low: number;
            mode: number;
            high: number;
        } | {
            /** @constant */
            kind: "lognormal90";
            p05: number;
            p95: number;
        };
        InnerDistributionInput: {
            /** @constant */
            kind: "constant";
            value: number;
        } | {
            /** @constant */
            kind: "uniform";
            low: number;
            high: number;
        } | {
            /** @constant */
            kind: "triangular";
            low: number;
            mode: number;
            high: number;
        } | {
            /** @constant */
            kind: "lognormal90";
            p05: number;
            p95: number;
        } | {
            /** @constant */
            kind: "logOf";
            of: components["schemas"]["PlainDistributionInput"];
        } | {
            /** @constant */
            kind: "ln2Over";
            of: components["schemas"]["PlainDistributionInput"];
        } | {
            /** @constant */
            kind: "scaled";
            by: number;
            of: components["schemas"]["PlainDistributionInput"];
        };
        PartDistributionInput: {
            /** @constant */
            kind: "constant";
            value: number;
        } | {
            /** @constant */
            kind: "uniform";
            low: number;
            high: number;
        } | {
            /** @constant */
            kind: "triangular";
            low: number;
            mode: number;
            high: number;
        } | {
            /** @constant */
            kind: "lognormal90";
            p05: number;
            p95: number;
        } | {
            /** @constant */
            kind: "logOf";
            of: components["schemas"]["InnerDistributionInput"];
        } | {
            /** @constant */
            kind: "ln2Over";
            of: components["schemas"]["InnerDistributionInput"];
        } | {
            /** @constant */
            kind: "scaled";
            by: number;
            of: components["schemas"]["InnerDistributionInput"];
        };
        /** @description What is believed of a parameter; kinds are explained in docs/forecast.md */
        DistributionInput: {
            /** @constant */
            kind: "constant";
            value: number;
        } | {
            /** @constant */
            kind: "uniform";
            low: number;
            high: number;
        } | {
            /** @constant */
            kind: "triangular";
            low: number;
            mode: number;
            high: number;
        } | {
            /** @constant */
            kind: "lognormal90";
            p05: number;
            p95: number;
        } | {
            /** @constant */
            kind: "logOf";
            of: components["schemas"]["InnerDistributionInput"];
        } | {
            /** @constant */
            kind: "ln2Over";
            of: components["schemas"]["InnerDistributionInput"];
        } | {
            /** @constant */
            kind: "scaled";
            by: number;
            of: components["schemas"]["InnerDistributionInput"];
        } | {
            /** @constant */
            kind: "mixture";
            of: {
                weight: number;
                distribution: components["schemas"]["PartDistributionInput"];
            }[];
        };
        /** @enum {string} */
        ParameterNameInput: "spendGrowth" | "hardwareGrowth" | "durationGrowth" | "durationYears" | "algorithmGrowth" | "returns" | "labourShareOfInput" | "substitution" | "labourGrowth" | "automationSlope" | "lnAutomationFlop" | "abilitySpread" | "abilityCorrelation" | "backfillShare" | "backfillQuality" | "backfillYears" | "transferShare" | "transferYears" | "complementarity" | "catchUp" | "lnSpendCapUsd" | "economyGrowth" | "investorResponse" | "scaleUpLabour" | "speedLimit" | "lnThresholdFlop";
        /** @description By name of the parameter */
        DistributionsInput: {
            [key: string]: components["schemas"]["DistributionInput"];
        };
        RangeInput: {
            low: number;
            high: number;
        };
        StartingGroupInput: {
            id: string;
            name: string;
            isOpenCommunity: boolean;
            /** @description Its largest training run so far, FLOP; drawn log-uniformly */
            computeFlop: components["schemas"]["RangeInput"];
            /** @description What runs of either end cost, USD */
            runCostUsd: components["schemas"]["RangeInput"];
            /** @description Part of the field’s research labour, in any unit */
            labourShare: number;
            /** @description 0–1, the part of its results that reaches others */
            openness: number;
            /** @description Algorithms against the frontier’s, natural logarithm */
            lnAlgorithms: number;
            /** @description 0–1, regard for safety, as assumed */
            care: number;
        };
        /** @description leading (every named group), everyone (the open community too), or ids */
        PopulationInput: ("leading" | "everyone") | string[];
        /** @description What is done; what is absent is not done */
        ScenarioInput: {
            refusal?: {
                who: components["schemas"]["PopulationInput"];
                /** @description 0–1 */
                share: number;
                /** @description Years from the start */
                startYears: number;
                /** @description Years from the start */
                rampYears: number;
            };
            /** @description 0–1 */
            investorFrown?: number;
            ostracism?: {
                who: components["schemas"]["PopulationInput"];
                /** @description 0–1 */
                access: number;
                /** @description Years from the start */
                startYears: number;
            };
            shutdown?: {
                who: components["schemas"]["PopulationInput"];
                /** @description Years from the start */
                startYears: number;
            };
            cap?: {
                /** @description FLOP of a training run */
                flop: number;
                /** @description Years from the start */
                startYears: number;
                covered: components["schemas"]["PopulationInput"];
                /** @description At least 1: how many times the cap an evading run reaches */
                evasion: number;
                /** @description ln per year */
                evasionGrowth: number;
            };
            smallModels?: {
                substitution: number;
                /** @description Years from the start */
                startYears: number;
                /** @description Years from the start */
                rampYears: number;
            };
        };
        ApproachInput: {
            id: string;
            /** @enum {string} */
            kind: "culture" | "regulation" | "technology";
            label: string;
            /** @description Its times are counted from when it begins */
            scenario: components["schemas"]["ScenarioInput"];
            /** @description 0–1, how much of others’ results still reaches the careless group; null: it is not cut off */
            carelessAccess: number | null;
            /** @description One of the other leading groups closes, each in turn */
            closesOne: boolean;
            /** @description Years before it can begin */
            leadYears: number;
            /** @enum {string} */
            leadGrade: "measured" | "judged" | "guess";
            leadReason: string;
            leftOut: string;
        };
        RaceInput: {
            /**
             * Format: date
             * @description Day on which the race starts; today if left out
             */
            startOn?: string;
            /**
             * Format: date
             * @description What the register knew on that day; today if left out
             */
            knownOn?: string;
            /** @description In place of the register’s */
            groups?: components["schemas"]["StartingGroupInput"][];
            /** @description In place of those shipped, one by one */
            parameters?: components["schemas"]["DistributionsInput"];
            /** @description Fixes the threshold of effective compute, FLOP */
            thresholdFlop?: number;
            /** @default 40 */
            horizonYears: number;
            /** @default 1 */
            seed: number;
        };
        /** @description Lists have a place for each group, in their order */
        LeversInput: {
            refusal?: {
                share: number[];
                startYears: number;
                rampYears: number;
            };
            investorFrown?: number;
            ostracism?: {
                access: number[];
                startYears: number;
            };
            shutdown?: {
                groups: boolean[];
                startYears: number;
            };
            cap?: {
                flop: number;
                startYears: number;
                covered: boolean[];
                evasion: number;
                evasionGrowth: number;
            };
            smallModels?: {
                substitution: number;
                startYears: number;
                rampYears: number;
            };
        };
        /** @description Who says so. Days as YYYY-MM-DD */
        WrittenSourceInput: {
            url: string;
            title: string;
            publisher: string;
            /** @default null */
            publishedOn: string | null;
            /** @default null */
            accessedOn: string | null;
            /** @enum {string} */
            tier: "primary" | "independent" | "secondary" | "estimate";
            /** @default null */
            derivedFrom: string | null;
            /** @default null */
            licence: string | null;
        };
        EditInput: {
            /** @constant */
            kind: "add";
            subject: {
                /** @enum {string} */
                kind: "group" | "system";
                id: string;
            };
            /** @enum {string} */
            property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
            /** @description The claim that holds, as the writer saw it; null: none */
            expected: string | null;
            /**
             * @description Only say what would change
             * @default false
             */
            dryRun: boolean;
            /** @description As people write it, in the unit of the property: 2.1e25, 12,000, 2024-05-01, yes; lists line by line */
            value: string;
            /** @default null */
            low: string | null;
            /** @default null */
            high: string | null;
            /**
             * @default unknown
             * @enum {string}
             */
            confidence: "confident" | "likely" | "speculative" | "unknown";
            /** @description The day from which it is true of the world */
            validFrom: string;
            source: components["schemas"]["WrittenSourceInput"];
        } | {
            /** @constant */
            kind: "supersede";
            subject: {
                /** @enum {string} */
                kind: "group" | "system";
                id: string;
            };
            /** @enum {string} */
            property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
            /** @description The claim that holds, as the writer saw it; null: none */
            expected: string | null;
            /**
             * @description Only say what would change
             * @default false
             */
            dryRun: boolean;
            /** @description As people write it, in the unit of the property: 2.1e25, 12,000, 2024-05-01, yes; lists line by line */
            value: string;
            /** @default null */
            low: string | null;
            /** @default null */
            high: string | null;
            /**
             * @default unknown
             * @enum {string}
             */
            confidence: "confident" | "likely" | "speculative" | "unknown";
            /** @description The day from which it is true of the world */
            validFrom: string;
            source: components["schemas"]["WrittenSourceInput"];
        } | {
            /** @constant */
            kind: "contest";
            subject: {
                /** @enum {string} */
                kind: "group" | "system";
                id: string;
            };
            /** @enum {string} */
            property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
            /** @description The claim that holds, as the writer saw it; null: none */
            expected: string | null;
            /**
             * @description Only say what would change
             * @default false
             */
            dryRun: boolean;
            /** @default null */
            reply: string | null;
        } | {
            /** @constant */
            kind: "reply";
            subject: {
                /** @enum {string} */
                kind: "group" | "system";
                id: string;
            };
            /** @enum {string} */
            property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
            /** @description The claim that holds, as the writer saw it; null: none */
            expected: string | null;
            /**
             * @description Only say what would change
             * @default false
             */
            dryRun: boolean;
            /** @default null */
            reply: string | null;
        } | {
            /** @constant */
            kind: "withdraw";
            subject: {
                /** @enum {string} */
                kind: "group" | "system";
                id: string;
            };
            /** @enum {string} */
            property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
            /** @description The claim that holds, as the writer saw it; null: none */
            expected: string | null;
            /**
             * @description Only say what would change
             * @default false
             */
            dryRun: boolean;
            source: components["schemas"]["WrittenSourceInput"];
        } | {
            /** @constant */
            kind: "undo";
            claim: string;
            /**
             * @description Only say what would change
             * @default false
             */
            dryRun: boolean;
        } | {
            /** @constant */
            kind: "addSubject";
            /** @enum {string} */
            of: "group" | "system";
            values: {
                name?: string;
                alsoKnownAs?: string;
                country?: string;
                partOf?: string;
                releasedOn?: string;
                developedBy?: string;
                trainingComputeFlop?: string;
                parameterCount?: string;
                activeParameterCount?: string;
                trainingTokens?: string;
                runCostUsd?: string;
                numericFormatBits?: string;
                hardware?: string;
                hardwareQuantity?: string;
                baseSystem?: string;
                sameRunAs?: string;
                domain?: string;
                notabilityCriteria?: string;
                frontierAtRelease?: string;
                weightsAccess?: string;
                link?: string;
            };
            /**
             * @description Of the numbers among the values
             * @default unknown
             * @enum {string}
             */
            confidence: "confident" | "likely" | "speculative" | "unknown";
            /**
             * @description Of a group: known to exist since
             * @default null
             */
            validFrom: string | null;
            source: components["schemas"]["WrittenSourceInput"];
            /**
             * @description Only say what would change
             * @default false
             */
            dryRun: boolean;
        };
        /** @description A refusal (RFC 9457) */
        Problem: {
            /** @description urn:frown:error: and the code */
            type: string;
            /** @description What the code means */
            title: string;
            status: number;
            /** @enum {string} */
            code: "input/invalid" | "input/too-large" | "input/encoded" | "input/too-slow" | "input/header-too-large" | "limit/exceeded" | "route/not-found" | "operator/required" | "account/sign-in-required" | "account/not-allowed" | "account/foreign-origin" | "account/unknown-link" | "account/link-expired" | "account/link-used" | "account/passkey-refused" | "account/stale-session" | "account/unknown-account" | "account/unknown-passkey" | "account/unknown-session" | "account/exists" | "account/invalid-role" | "account/no-mail" | "server/failed" | "server/stopping" | "store/in-use" | "store/newer-schema" | "store/unavailable" | "store/no-room" | "store/changed" | "register/unknown-group" | "register/unknown-system" | "register/ambiguous-system" | "register/duplicate-claim" | "register/invalid-claim" | "register/too-few-systems" | "register/superseded" | "register/nothing-to-change" | "register/unknown-claim" | "log/no-key" | "log/rolled-back" | "log/broken" | "log/unknown-entry" | "log/invalid-cosignature" | "log/erased" | "backup/malformed-file" | "backup/newer-schema" | "backup/not-empty" | "backup/no-register" | "import/malformed-file" | "import/unknown-columns" | "import/invalid-row" | "import/unknown-groups" | "import/unconfirmed-renames" | "import/out-of-order" | "forecast/invalid" | "forecast/unknown-group" | "forecast/over-budget" | "forecast/unknown-job" | "forecast/busy" | "forecast/cancelled";
            /** @description What happened, in a sentence */
            detail: string;
            /** @description Where: a parameter, a row and column */
            place?: string;
            /** @description What would mend it */
            remedy?: string;
            /** @description Of a fault of ours: the id under which it is in the log */
            requestId?: string;
        };
        Account: {
            id: string;
            /** @enum {string} */
            role: "reader" | "editor" | "reviewer" | "trustee" | "organiser" | "spokesperson" | "operator";
            /** @description Of a spokesperson: the group spoken for */
            groupId: string | null;
            /** @description Empty until its owner gives one */
            name: string;
        };
        AccountEvent: {
            accountId: string;
            /** @enum {string} */
            what: "invited" | "link-sent" | "link-used" | "link-refused" | "passkey-used" | "passkey-refused" | "passkey-added" | "passkey-removed" | "role-changed" | "signed-out" | "signed-out-everywhere" | "removed";
            /** @description ISO 8601, UTC */
            at: string;
        };
        KeptAccount: {
            id: string;
            /** @enum {string} */
            role: "reader" | "editor" | "reviewer" | "trustee" | "organiser" | "spokesperson" | "operator";
            /** @description Of a spokesperson: the group spoken for */
            groupId: string | null;
            /** @description Empty until its owner gives one */
            name: string;
            email: string;
            /** @description ISO 8601, UTC */
            createdAt: string;
        };
        /** @description The two days that an answer holds for */
        AsOf: {
            /** Format: date */
            knownOn: string;
            /** Format: date */
            trueOn: string;
        };
        /** @description A number with its uncertainty: low and high bound a 90% interval */
        Measured: {
            value: number;
            low: number | null;
            high: number | null;
            intervalFrom: ("source" | "confidence" | "estimate") | null;
            /** @enum {string} */
            confidence: "confident" | "likely" | "speculative" | "unknown";
            contested: boolean;
            /** @description Computed by us from other claims, not asserted by anyone */
            estimated: boolean;
        };
        Source: {
            url: string;
            title: string;
            publisher: string;
            publishedOn: string | null;
            accessedOn: string | null;
            /** @enum {string} */
            tier: "primary" | "independent" | "secondary" | "estimate";
            derivedFrom: string | null;
            licence: string | null;
        };
        Subject: {
            /** @enum {string} */
            kind: "group" | "system";
            id: string;
        };
        /** @description One value of one property of one subject, with its source */
        Claim: {
            id: string;
            subject: components["schemas"]["Subject"];
            /** @enum {string} */
            property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
            supersedes: string | null;
            /** @description In the unit of the property; null where withdrawn */
            value: (number | string | boolean | string[]) | null;
            low: number | null;
            high: number | null;
            /** @enum {string} */
            confidence: "confident" | "likely" | "speculative" | "unknown";
            /** @enum {string} */
            status: "asserted" | "contested" | "withdrawn";
            reply: string | null;
            /** Format: date */
            validFrom: string;
            /** Format: date-time */
            recordedAt: string;
            source: components["schemas"]["Source"];
        };
        ClaimDetail: {
            asOf: components["schemas"]["AsOf"];
            /** @description Number of the last entry that the answer rests on */
            registerVersion: number;
            claim: components["schemas"]["Claim"];
            subjectName: string;
            label: string;
            unit: string | null;
            supersededBy: string | null;
            /** @description Index of its entry in the log */
            entry: number | null;
            /** @description When its texts were erased, and why */
            erasure: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                ground: "court" | "privacy" | "request";
            } | null;
        };
        PropertyHistory: {
            /** @enum {string} */
            property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
            label: string;
            unit: string | null;
            /** @description Oldest first */
            claims: {
                id: string;
                subject: components["schemas"]["Subject"];
                /** @enum {string} */
                property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
                supersedes: string | null;
                /** @description In the unit of the property; null where withdrawn */
                value: (number | string | boolean | string[]) | null;
                low: number | null;
                high: number | null;
                /** @enum {string} */
                confidence: "confident" | "likely" | "speculative" | "unknown";
                /** @enum {string} */
                status: "asserted" | "contested" | "withdrawn";
                reply: string | null;
                /** Format: date */
                validFrom: string;
                /** Format: date-time */
                recordedAt: string;
                source: components["schemas"]["Source"];
                supersededBy: string | null;
            }[];
        };
        PropertyValue: {
            /** @enum {string} */
            property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
            label: string;
            unit: string | null;
            claimId: string;
            /** @description In the unit of the property; null where withdrawn */
            value: (number | string | boolean | string[]) | null;
            low: number | null;
            high: number | null;
            /** @enum {string} */
            confidence: "confident" | "likely" | "speculative" | "unknown";
            /** @enum {string} */
            status: "asserted" | "contested" | "withdrawn";
            reply: string | null;
            /** Format: date */
            validFrom: string;
            /** Format: date-time */
            recordedAt: string;
            source: components["schemas"]["Source"];
            intervalFrom: ("source" | "confidence" | "estimate") | null;
        };
        GroupName: {
            id: string;
            name: string;
        };
        SystemSummary: {
            id: string;
            name: string;
            groups: components["schemas"]["GroupName"][];
            releasedOn: string | null;
            domain: string[];
            notabilityCriteria: string[];
            /** @description null: not known, which does not mean small */
            trainingComputeFlop: components["schemas"]["Measured"] | null;
            /** @description 6·N·D, where compute is not known; never a fact */
            estimatedTrainingComputeFlop: components["schemas"]["Measured"] | null;
            parameterCount: components["schemas"]["Measured"] | null;
            /** @description The system of the same training run, which counts once */
            sameRunAs: string | null;
            weightsAccess: string | null;
            frontierAtRelease: boolean | null;
            link: string | null;
        };
        Systems: {
            asOf: components["schemas"]["AsOf"];
            /** @description Number of the last entry that the answer rests on */
            registerVersion: number;
            /** @description Systems that match */
            total: number;
            /** @description Training runs among them: one run may make several systems */
            runs: number;
            items: components["schemas"]["SystemSummary"][];
            nextCursor: string | null;
        };
        SystemDetail: {
            asOf: components["schemas"]["AsOf"];
            /** @description Number of the last entry that the answer rests on */
            registerVersion: number;
            id: string;
            name: string;
            groups: components["schemas"]["GroupName"][];
            releasedOn: string | null;
            domain: string[];
            notabilityCriteria: string[];
            /** @description null: not known, which does not mean small */
            trainingComputeFlop: components["schemas"]["Measured"] | null;
            /** @description 6·N·D, where compute is not known; never a fact */
            estimatedTrainingComputeFlop: components["schemas"]["Measured"] | null;
            parameterCount: components["schemas"]["Measured"] | null;
            /** @description The system of the same training run, which counts once */
            sameRunAs: string | null;
            weightsAccess: string | null;
            frontierAtRelease: boolean | null;
            link: string | null;
            properties: components["schemas"]["PropertyValue"][];
        };
        History: {
            asOf: components["schemas"]["AsOf"];
            /** @description Number of the last entry that the answer rests on */
            registerVersion: number;
            subject: components["schemas"]["Subject"];
            name: string;
            properties: components["schemas"]["PropertyHistory"][];
        };
        /** @description The group's largest run lies from its largest known one to the field's */
        LargestRun: {
            systemId: string | null;
            knownFlop: number | null;
            lowFlop: number | null;
            highFlop: number | null;
            unknownSystems: number;
        };
        GroupSummary: {
            id: string;
            name: string;
            alsoKnownAs: string[];
            country: string | null;
            partOf: string | null;
            systems: number;
            withKnownCompute: number;
            largestRun: components["schemas"]["LargestRun"];
        };
        Groups: {
            asOf: components["schemas"]["AsOf"];
            /** @description Number of the last entry that the answer rests on */
            registerVersion: number;
            total: number;
            items: components["schemas"]["GroupSummary"][];
        };
        ScaleUpStep: {
            systemId: string;
            name: string;
            /** Format: date */
            releasedOn: string;
            /** @description FLOP */
            computeFlop: number;
            timesOwnLast: number | null;
            shareOfFrontier: number;
        };
        GroupDetail: {
            asOf: components["schemas"]["AsOf"];
            /** @description Number of the last entry that the answer rests on */
            registerVersion: number;
            id: string;
            name: string;
            alsoKnownAs: string[];
            country: string | null;
            partOf: string | null;
            systems: components["schemas"]["SystemSummary"][];
            withKnownCompute: number;
            largestRun: components["schemas"]["LargestRun"];
            systemCount: number;
            parts: components["schemas"]["GroupName"][];
            scaleUp: components["schemas"]["ScaleUpStep"][];
            properties: components["schemas"]["PropertyValue"][];
            history: components["schemas"]["PropertyHistory"][];
        };
        /** @description 90% */
        Interval: {
            /** @description null: without bound */
            value: number | null;
            /** @description null: without bound */
            low: number | null;
            /** @description null: without bound */
            high: number | null;
        };
        Trend: {
            asOf: components["schemas"]["AsOf"];
            /** @description Number of the last entry that the answer rests on */
            registerVersion: number;
            growthPerYear: components["schemas"]["Interval"];
            doublingTimeMonths: components["schemas"]["Interval"];
            rSquared: number;
            n: number;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            slopeLog10PerYear: number;
            log10FlopAtCentre: number;
            centreDayNumber: number;
            residualSdLog10: number;
            spreadYears2: number;
            /** @description The line in FLOP and its interval */
            band: {
                /** Format: date */
                on: string;
                /** @description null: without bound */
                value: number | null;
                /** @description null: without bound */
                low: number | null;
                /** @description null: without bound */
                high: number | null;
            }[];
        };
        Disclosure: {
            asOf: components["schemas"]["AsOf"];
            /** @description Number of the last entry that the answer rests on */
            registerVersion: number;
            all: {
                systems: number;
                withKnownCompute: number;
                share: number | null;
            };
            byYear: {
                year: number | null;
                systems: number;
                withKnownCompute: number;
                share: number | null;
            }[];
            byGroup: {
                group: components["schemas"]["GroupName"];
                systems: number;
                withKnownCompute: number;
                share: number | null;
            }[];
        };
        FrontierRun: {
            systemId: string;
            name: string;
            groups: components["schemas"]["GroupName"][];
            /** Format: date */
            releasedOn: string;
            trainingComputeFlop: components["schemas"]["Measured"];
        };
        Frontier: {
            asOf: components["schemas"]["AsOf"];
            /** @description Number of the last entry that the answer rests on */
            registerVersion: number;
            items: components["schemas"]["FrontierRun"][];
        };
        Change: {
            subject: components["schemas"]["Subject"];
            name: string;
            /** @enum {string} */
            kind: "added" | "removed" | "asserted" | "withdrawn" | "revised" | "renamed" | "contested" | "replied" | "uncontested";
            property: ("name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link") | null;
            label: string | null;
            unit: string | null;
            before: components["schemas"]["Claim"] | null;
            after: components["schemas"]["Claim"] | null;
            ratio: number | null;
        };
        Changes: {
            asOf: components["schemas"]["AsOf"];
            /** @description Number of the last entry that the answer rests on */
            registerVersion: number;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            total: number;
            items: components["schemas"]["Change"][];
            nextCursor: string | null;
        };
        /** @description What was written at one instant from one source */
        Recording: {
            /** @description Id of its first claim */
            id: string;
            /** Format: date-time */
            recordedAt: string;
            source: components["schemas"]["Source"];
            claims: number;
            subjects: number;
            kinds: {
                /** @enum {string} */
                kind: "asserted" | "unchanged" | "revised" | "asserted again" | "withdrawn" | "contested" | "replied" | "uncontested";
                claims: number;
            }[];
            /** @description The first of them, at most 20 */
            steps: {
                /** @enum {string} */
                kind: "asserted" | "unchanged" | "revised" | "asserted again" | "withdrawn" | "contested" | "replied" | "uncontested";
                ratio: number | null;
                name: string;
                label: string;
                unit: string | null;
                before: components["schemas"]["Claim"] | null;
                claim: components["schemas"]["Claim"];
            }[];
        };
        Recordings: {
            asOf: components["schemas"]["AsOf"];
            /** @description Number of the last entry that the answer rests on */
            registerVersion: number;
            total: number;
            /** @description Latest first */
            items: components["schemas"]["Recording"][];
        };
        KnownDays: {
            asOf: components["schemas"]["AsOf"];
            /** @description Number of the last entry that the answer rests on */
            registerVersion: number;
            items: {
                /** Format: date */
                day: string;
                claims: number;
                sources: {
                    title: string;
                    publisher: string;
                    licence: string | null;
                }[];
            }[];
        };
        Sources: {
            asOf: components["schemas"]["AsOf"];
            /** @description Number of the last entry that the answer rests on */
            registerVersion: number;
            total: number;
            items: {
                url: string;
                title: string;
                publisher: string;
                publishedOn: string | null;
                accessedOn: string | null;
                /** @enum {string} */
                tier: "primary" | "independent" | "secondary" | "estimate";
                derivedFrom: string | null;
                licence: string | null;
                claims: number;
            }[];
        };
        PlainDistribution: {
            /** @constant */
            kind: "constant";
            value: number;
        } | {
            /** @constant */
            kind: "uniform";
            low: number;
            high: number;
        } | {
            /** @constant */
            kind: "triangular";
            low: number;
            mode: number;
            high: number;
        } | {
            /** @constant */
            kind: "lognormal90";
            p05: number;
            p95: number;
        };
        InnerDistribution: {
            /** @constant */
            kind: "constant";
            value: number;
        } | {
            /** @constant */
            kind: "uniform";
            low: number;
            high: number;
        } | {
            /** @constant */
            kind: "triangular";
            low: number;
            mode: number;
            high: number;
        } | {
            /** @constant */
            kind: "lognormal90";
            p05: number;
            p95: number;
        } | {
            /** @constant */
            kind: "logOf";
            of: components["schemas"]["PlainDistribution"];
        } | {
            /** @constant */
            kind: "ln2Over";
            of: components["schemas"]["PlainDistribution"];
        } | {
            /** @constant */
            kind: "scaled";
            by: number;
            of: components["schemas"]["PlainDistribution"];
        };
        PartDistribution: {
            /** @constant */
            kind: "constant";
            value: number;
        } | {
            /** @constant */
            kind: "uniform";
            low: number;
            high: number;
        } | {
            /** @constant */
            kind: "triangular";
            low: number;
            mode: number;
            high: number;
        } | {
            /** @constant */
            kind: "lognormal90";
            p05: number;
            p95: number;
        } | {
            /** @constant */
            kind: "logOf";
            of: components["schemas"]["InnerDistribution"];
        } | {
            /** @constant */
            kind: "ln2Over";
            of: components["schemas"]["InnerDistribution"];
        } | {
            /** @constant */
            kind: "scaled";
            by: number;
            of: components["schemas"]["InnerDistribution"];
        };
        /** @description What is believed of a parameter; kinds are explained in docs/forecast.md */
        Distribution: {
            /** @constant */
            kind: "constant";
            value: number;
        } | {
            /** @constant */
            kind: "uniform";
            low: number;
            high: number;
        } | {
            /** @constant */
            kind: "triangular";
            low: number;
            mode: number;
            high: number;
        } | {
            /** @constant */
            kind: "lognormal90";
            p05: number;
            p95: number;
        } | {
            /** @constant */
            kind: "logOf";
            of: components["schemas"]["InnerDistribution"];
        } | {
            /** @constant */
            kind: "ln2Over";
            of: components["schemas"]["InnerDistribution"];
        } | {
            /** @constant */
            kind: "scaled";
            by: number;
            of: components["schemas"]["InnerDistribution"];
        } | {
            /** @constant */
            kind: "mixture";
            of: {
                weight: number;
                distribution: components["schemas"]["PartDistribution"];
            }[];
        };
        /** @enum {string} */
        ParameterName: "spendGrowth" | "hardwareGrowth" | "durationGrowth" | "durationYears" | "algorithmGrowth" | "returns" | "labourShareOfInput" | "substitution" | "labourGrowth" | "automationSlope" | "lnAutomationFlop" | "abilitySpread" | "abilityCorrelation" | "backfillShare" | "backfillQuality" | "backfillYears" | "transferShare" | "transferYears" | "complementarity" | "catchUp" | "lnSpendCapUsd" | "economyGrowth" | "investorResponse" | "scaleUpLabour" | "speedLimit" | "lnThresholdFlop";
        /** @description By name of the parameter */
        Distributions: {
            [key: string]: components["schemas"]["Distribution"];
        };
        ParameterBelief: {
            name: components["schemas"]["ParameterName"];
            distribution: components["schemas"]["Distribution"];
            /** @enum {string} */
            grade: "measured" | "judged" | "guess";
            source: string;
            note: string;
        };
        Range: {
            low: number;
            high: number;
        };
        StartingGroup: {
            id: string;
            name: string;
            isOpenCommunity: boolean;
            /** @description Its largest training run so far, FLOP; drawn log-uniformly */
            computeFlop: components["schemas"]["Range"];
            /** @description What runs of either end cost, USD */
            runCostUsd: components["schemas"]["Range"];
            /** @description Part of the field’s research labour, in any unit */
            labourShare: number;
            /** @description 0–1, the part of its results that reaches others */
            openness: number;
            /** @description Algorithms against the frontier’s, natural logarithm */
            lnAlgorithms: number;
            /** @description 0–1, regard for safety, as assumed */
            care: number;
        };
        /** @description leading (every named group), everyone (the open community too), or ids */
        Population: ("leading" | "everyone") | string[];
        /** @description What is done; what is absent is not done */
        Scenario: {
            refusal?: {
                who: components["schemas"]["Population"];
                /** @description 0–1 */
                share: number;
                /** @description Years from the start */
                startYears: number;
                /** @description Years from the start */
                rampYears: number;
            };
            /** @description 0–1 */
            investorFrown?: number;
            ostracism?: {
                who: components["schemas"]["Population"];
                /** @description 0–1 */
                access: number;
                /** @description Years from the start */
                startYears: number;
            };
            shutdown?: {
                who: components["schemas"]["Population"];
                /** @description Years from the start */
                startYears: number;
            };
            cap?: {
                /** @description FLOP of a training run */
                flop: number;
                /** @description Years from the start */
                startYears: number;
                covered: components["schemas"]["Population"];
                /** @description At least 1: how many times the cap an evading run reaches */
                evasion: number;
                /** @description ln per year */
                evasionGrowth: number;
            };
            smallModels?: {
                substitution: number;
                /** @description Years from the start */
                startYears: number;
                /** @description Years from the start */
                rampYears: number;
            };
        };
        Approach: {
            id: string;
            /** @enum {string} */
            kind: "culture" | "regulation" | "technology";
            label: string;
            /** @description Its times are counted from when it begins */
            scenario: components["schemas"]["Scenario"];
            /** @description 0–1, how much of others’ results still reaches the careless group; null: it is not cut off */
            carelessAccess: number | null;
            /** @description One of the other leading groups closes, each in turn */
            closesOne: boolean;
            /** @description Years before it can begin */
            leadYears: number;
            /** @enum {string} */
            leadGrade: "measured" | "judged" | "guess";
            leadReason: string;
            leftOut: string;
        };
        Beliefs: {
            about: string;
            /** @description Names the content of the set */
            version: string;
            /** @description Names the code that decides every digit */
            kernelVersion: string;
            parameters: {
                name: components["schemas"]["ParameterName"];
                distribution: components["schemas"]["Distribution"];
                /** @enum {string} */
                grade: "measured" | "judged" | "guess";
                source: string;
                note: string;
                label: string;
                unit: string;
                /** @description The model runs with values from here */
                least: number;
                /** @description to here */
                most: number;
            }[];
        };
        StartOfGroup: {
            group: components["schemas"]["StartingGroup"];
            /**
             * @description On what the interval of its largest run rests
             * @enum {string}
             */
            kind: "open" | "measured" | "unknown" | "given";
            largestKnown: {
                systemId: string;
                name: string;
                releasedOn: string;
                computeFlop: number;
            } | null;
            /** @description Systems released since whose compute is not known */
            undisclosedSince: number;
            /** @enum {string} */
            costKind: "ownRun" | "recentRuns" | "given";
            /** @description false: 0.5 is raced with because nothing is assumed */
            isCareSet: boolean;
            /** @enum {string} */
            grade: "measured" | "judged" | "guess";
            note: string;
        };
        RaceGroups: {
            asOf: components["schemas"]["AsOf"];
            /** @description Number of the last entry that the answer rests on */
            registerVersion: number;
            startOn: string;
            items: components["schemas"]["StartOfGroup"][];
        };
        /** @description A question that takes longer than a request */
        Job: {
            id: string;
            /** @description Which question */
            kind: string;
            /** @description As it was asked */
            request: unknown;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description Share of the work that is done */
            progress: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            /** @description The answer; null unless done */
            result: unknown;
            /** @description null unless failed or cancelled */
            error: {
                /** @enum {string} */
                code: "input/invalid" | "input/too-large" | "input/encoded" | "input/too-slow" | "input/header-too-large" | "limit/exceeded" | "route/not-found" | "operator/required" | "account/sign-in-required" | "account/not-allowed" | "account/foreign-origin" | "account/unknown-link" | "account/link-expired" | "account/link-used" | "account/passkey-refused" | "account/stale-session" | "account/unknown-account" | "account/unknown-passkey" | "account/unknown-session" | "account/exists" | "account/invalid-role" | "account/no-mail" | "server/failed" | "server/stopping" | "store/in-use" | "store/newer-schema" | "store/unavailable" | "store/no-room" | "store/changed" | "register/unknown-group" | "register/unknown-system" | "register/ambiguous-system" | "register/duplicate-claim" | "register/invalid-claim" | "register/too-few-systems" | "register/superseded" | "register/nothing-to-change" | "register/unknown-claim" | "log/no-key" | "log/rolled-back" | "log/broken" | "log/unknown-entry" | "log/invalid-cosignature" | "log/erased" | "backup/malformed-file" | "backup/newer-schema" | "backup/not-empty" | "backup/no-register" | "import/malformed-file" | "import/unknown-columns" | "import/invalid-row" | "import/unknown-groups" | "import/unconfirmed-renames" | "import/out-of-order" | "forecast/invalid" | "forecast/unknown-group" | "forecast/over-budget" | "forecast/unknown-job" | "forecast/busy" | "forecast/cancelled";
                detail: string;
                place?: string;
                remedy?: string;
            } | null;
        };
        /** @description A number; Infinity: beyond the horizon, or unreachable */
        Extended: number | ("Infinity" | "-Infinity");
        Quantiles: {
            p05: components["schemas"]["Extended"];
            p25: components["schemas"]["Extended"];
            p50: components["schemas"]["Extended"];
            p75: components["schemas"]["Extended"];
            p95: components["schemas"]["Extended"];
        };
        /** @description With the range in which the number of draws leaves it (90%) */
        Estimate: {
            value: components["schemas"]["Extended"];
            low: components["schemas"]["Extended"];
            high: components["schemas"]["Extended"];
        };
        DelaySummary: {
            draws: number;
            /** @description Neither crosses by the horizon */
            undefinedDraws: number;
            baselineCensored: number;
            scenarioCensored: number;
            delayYears: components["schemas"]["Quantiles"] | null;
            medianDelayYears: components["schemas"]["Estimate"] | null;
            /** @description Delay as a share of what the baseline had left */
            ofRemaining: components["schemas"]["Quantiles"] | null;
            /** @description P(delay ≥ the one asked for); undecided counts as not */
            probability: components["schemas"]["Estimate"] | null;
            /** @description 0–1 */
            undecided: number;
            /** @description Share of draws in which the scenario crosses earlier */
            backfire: number;
        };
        WaterfallBar: {
            id: string;
            label: string;
            delayYears: {
                mixed: components["schemas"]["Estimate"] | null;
                substitutes: components["schemas"]["Estimate"] | null;
                complements: components["schemas"]["Estimate"] | null;
            };
        };
        RequiredShareSummary: {
            draws: number;
            baselineCensored: number;
            /** @description Smallest sufficient share; Infinity: even all of those asked do not suffice */
            share: components["schemas"]["Quantiles"] | null;
            unreachable: components["schemas"]["Estimate"] | null;
            /** @description Suffices with the probability asked for */
            sufficientShare: components["schemas"]["Extended"];
            /** @description Share of draws in which more refusal somewhere means less delay */
            notMonotone: number;
            mostDelayYears: components["schemas"]["Quantiles"] | null;
            /** @description Share of draws by tenths of the required share */
            histogram: number[];
        };
        Belief: {
            p05: number;
            p50: number;
            p95: number;
        };
        SobolIndex: {
            value: number;
            low: number;
            high: number;
        };
        FactorSensitivity: {
            factor: string;
            label: string;
            first: components["schemas"]["SobolIndex"];
            total: components["schemas"]["SobolIndex"];
        };
        Sensitivity: {
            draws: number;
            /** @description 0–1 */
            baselineCensored: number;
            delay: components["schemas"]["FactorSensitivity"][] | null;
            reached: components["schemas"]["FactorSensitivity"][] | null;
        };
        /** @description Of the delay as far as the horizon lets one see */
        SeenDelay: {
            medianYears: number;
            probability: number;
        };
        ParameterPart: {
            name: components["schemas"]["ParameterName"];
            label: string;
            unit: string;
            one: components["schemas"]["Belief"];
            other: components["schemas"]["Belief"];
            carries: components["schemas"]["SeenDelay"];
        };
        /** @description Over draws, and over cases that stand for the same alike */
        PooledSummary: {
            spread: components["schemas"]["Quantiles"];
            median: components["schemas"]["Estimate"];
            /** @description Least and greatest median of a case */
            acrossCases: {
                low: components["schemas"]["Extended"];
                high: components["schemas"]["Extended"];
            } | null;
            /** @description 0–1 */
            unknown: number;
        };
        /** @description What is measured in the lowest and in the highest quarter of a factor’s values */
        Swing: {
            factor: string;
            label: string;
            unit: string;
            low: {
                value: number | null;
                result: number;
            };
            high: {
                value: number | null;
                result: number;
            };
        };
        VerdictGiven: {
            /** @enum {string} */
            verdict: "holds" | "inPart" | "doesNotHold" | "turnsOn";
            turnsOn: components["schemas"]["Swing"][];
        };
        PartShare: {
            share: components["schemas"]["Estimate"] | null;
            /** @description 0–1 */
            undecided: number;
            /** @description 0–1 */
            applies: number;
            /** @enum {string} */
            verdict: "holds" | "between" | "doesNotHold";
            swings: components["schemas"]["Swing"][];
        };
        RaceRun: {
            label: string;
            scenario: components["schemas"]["Scenario"];
            fixed?: {
                [key: string]: number;
            };
            carelessAt?: string;
        };
        Pins: {
            asOf: {
                knownOn: string;
                trueOn: string;
            };
            registerVersion: number;
            beliefsVersion: string;
            kernelVersion: string;
            /** @description Given in place of those shipped */
            ownParameters: string[];
            /** @description Whether the groups were given in place of the register’s */
            ownGroups: boolean;
        };
        Race: {
            /**
             * Format: date
             * @description Day on which the race starts; today if left out
             * @example 2025-03-01
             */
            startOn?: unknown;
            /**
             * Format: date
             * @description What the register knew on that day; today if left out
             * @example 2025-03-01
             */
            knownOn?: unknown;
            /** @description In place of the register’s */
            groups?: components["schemas"]["StartingGroup"][];
            /** @description In place of those shipped, one by one */
            parameters?: components["schemas"]["Distributions"];
            /** @description Fixes the threshold of effective compute, FLOP */
            thresholdFlop?: number;
            /** @default 40 */
            horizonYears: number;
            /** @default 1 */
            seed: number;
        };
        /** @description Lists have a place for each group, in their order */
        Levers: {
            refusal?: {
                share: number[];
                startYears: number;
                rampYears: number;
            };
            investorFrown?: number;
            ostracism?: {
                access: number[];
                startYears: number;
            };
            shutdown?: {
                groups: boolean[];
                startYears: number;
            };
            cap?: {
                flop: number;
                startYears: number;
                covered: boolean[];
                evasion: number;
                evasionGrowth: number;
            };
            smallModels?: {
                substitution: number;
                startYears: number;
                rampYears: number;
            };
        };
        SimulationResult: {
            /** @description Years from the start, per draw and group; null: not within the horizon */
            crossingYears: (number | null)[][];
            /** @description When the speed limit first bound, per draw; null: never */
            speedLimitYears: (number | null)[];
        };
        Health: {
            asOf: components["schemas"]["AsOf"];
            /** @description Number of the last entry that the answer rests on */
            registerVersion: number;
            /** @constant */
            status: "ok";
            /** @enum {string} */
            store: "embedded" | "server";
        };
        Liveness: {
            /** @constant */
            status: "ok";
        };
        LogState: {
            /** @description The first line of its checkpoints */
            name: string;
            /** @description Number of entries */
            size: number;
            /** @description Base64 of 32 bytes */
            rootHash: string;
            /** @description The newest, as signed; null: nothing is recorded yet */
            checkpoint: string | null;
            /** @description What it signs with, the newest first */
            keys: string[];
            witnesses: {
                name: string;
                key: string;
                /** @description Of the newest checkpoint that it cosigned */
                size: number | null;
            }[];
        };
        /** @description An entry with the proof that the signed log holds it */
        LogEntry: {
            index: number;
            /** @description The entry itself: its UTF-8 bytes are hashed */
            leaf: string;
            /** @description What the entry has as a hash, with its salt, as a line of JSON */
            texts: string | null;
            claimId: string | null;
            /** @description Base64 of 32 bytes */
            leafHash: string;
            /** @description RFC 6962: from the leaf up */
            proof: string[];
            /** @description Of the checkpoint that the proof leads to */
            size: number;
            /** @description Base64 of 32 bytes */
            rootHash: string;
            checkpoint: string;
        };
        Cosignatures: {
            kept: {
                witness: string;
                size: number;
            }[];
        };
        /** @description Who says so. Days as YYYY-MM-DD */
        WrittenSource: {
            url: string;
            title: string;
            publisher: string;
            /** @default null */
            publishedOn: string | null;
            /** @default null */
            accessedOn: string | null;
            /** @enum {string} */
            tier: "primary" | "independent" | "secondary" | "estimate";
            /** @default null */
            derivedFrom: string | null;
            /** @default null */
            licence: string | null;
        };
        Edit: {
            /** @constant */
            kind: "add";
            subject: {
                /** @enum {string} */
                kind: "group" | "system";
                id: string;
            };
            /** @enum {string} */
            property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
            /** @description The claim that holds, as the writer saw it; null: none */
            expected: string | null;
            /**
             * @description Only say what would change
             * @default false
             */
            dryRun: boolean;
            /** @description As people write it, in the unit of the property: 2.1e25, 12,000, 2024-05-01, yes; lists line by line */
            value: string;
            /** @default null */
            low: string | null;
            /** @default null */
            high: string | null;
            /**
             * @default unknown
             * @enum {string}
             */
            confidence: "confident" | "likely" | "speculative" | "unknown";
            /** @description The day from which it is true of the world */
            validFrom: string;
            source: components["schemas"]["WrittenSource"];
        } | {
            /** @constant */
            kind: "supersede";
            subject: {
                /** @enum {string} */
                kind: "group" | "system";
                id: string;
            };
            /** @enum {string} */
            property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
            /** @description The claim that holds, as the writer saw it; null: none */
            expected: string | null;
            /**
             * @description Only say what would change
             * @default false
             */
            dryRun: boolean;
            /** @description As people write it, in the unit of the property: 2.1e25, 12,000, 2024-05-01, yes; lists line by line */
            value: string;
            /** @default null */
            low: string | null;
            /** @default null */
            high: string | null;
            /**
             * @default unknown
             * @enum {string}
             */
            confidence: "confident" | "likely" | "speculative" | "unknown";
            /** @description The day from which it is true of the world */
            validFrom: string;
            source: components["schemas"]["WrittenSource"];
        } | {
            /** @constant */
            kind: "contest";
            subject: {
                /** @enum {string} */
                kind: "group" | "system";
                id: string;
            };
            /** @enum {string} */
            property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
            /** @description The claim that holds, as the writer saw it; null: none */
            expected: string | null;
            /**
             * @description Only say what would change
             * @default false
             */
            dryRun: boolean;
            /** @default null */
            reply: string | null;
        } | {
            /** @constant */
            kind: "reply";
            subject: {
                /** @enum {string} */
                kind: "group" | "system";
                id: string;
            };
            /** @enum {string} */
            property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
            /** @description The claim that holds, as the writer saw it; null: none */
            expected: string | null;
            /**
             * @description Only say what would change
             * @default false
             */
            dryRun: boolean;
            /** @default null */
            reply: string | null;
        } | {
            /** @constant */
            kind: "withdraw";
            subject: {
                /** @enum {string} */
                kind: "group" | "system";
                id: string;
            };
            /** @enum {string} */
            property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
            /** @description The claim that holds, as the writer saw it; null: none */
            expected: string | null;
            /**
             * @description Only say what would change
             * @default false
             */
            dryRun: boolean;
            source: components["schemas"]["WrittenSource"];
        } | {
            /** @constant */
            kind: "undo";
            claim: string;
            /**
             * @description Only say what would change
             * @default false
             */
            dryRun: boolean;
        } | {
            /** @constant */
            kind: "addSubject";
            /** @enum {string} */
            of: "group" | "system";
            values: {
                name?: string;
                alsoKnownAs?: string;
                country?: string;
                partOf?: string;
                releasedOn?: string;
                developedBy?: string;
                trainingComputeFlop?: string;
                parameterCount?: string;
                activeParameterCount?: string;
                trainingTokens?: string;
                runCostUsd?: string;
                numericFormatBits?: string;
                hardware?: string;
                hardwareQuantity?: string;
                baseSystem?: string;
                sameRunAs?: string;
                domain?: string;
                notabilityCriteria?: string;
                frontierAtRelease?: string;
                weightsAccess?: string;
                link?: string;
            };
            /**
             * @description Of the numbers among the values
             * @default unknown
             * @enum {string}
             */
            confidence: "confident" | "likely" | "speculative" | "unknown";
            /**
             * @description Of a group: known to exist since
             * @default null
             */
            validFrom: string | null;
            source: components["schemas"]["WrittenSource"];
            /**
             * @description Only say what would change
             * @default false
             */
            dryRun: boolean;
        };
        EditReport: {
            dryRun: boolean;
            registerVersion: number;
            subject: components["schemas"]["Subject"];
            name: string;
            /** @description What was asked for comes first */
            changes: {
                /** @enum {string} */
                property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
                label: string;
                unit: string | null;
                /** @enum {string} */
                kind: "asserted" | "unchanged" | "revised" | "asserted again" | "withdrawn" | "contested" | "replied" | "uncontested";
                ratio: number | null;
                before: {
                    subject: components["schemas"]["Subject"];
                    /** @enum {string} */
                    property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
                    /** @description In the unit of the property; null where withdrawn */
                    value: (number | string | boolean | string[]) | null;
                    low: number | null;
                    high: number | null;
                    /** @enum {string} */
                    confidence: "confident" | "likely" | "speculative" | "unknown";
                    /** @enum {string} */
                    status: "asserted" | "contested" | "withdrawn";
                    reply: string | null;
                    /** Format: date */
                    validFrom: string;
                    /** Format: date-time */
                    recordedAt: string;
                    source: components["schemas"]["Source"];
                    id: string;
                } | null;
                after: {
                    subject: components["schemas"]["Subject"];
                    /** @enum {string} */
                    property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
                    /** @description In the unit of the property; null where withdrawn */
                    value: (number | string | boolean | string[]) | null;
                    low: number | null;
                    high: number | null;
                    /** @enum {string} */
                    confidence: "confident" | "likely" | "speculative" | "unknown";
                    /** @enum {string} */
                    status: "asserted" | "contested" | "withdrawn";
                    reply: string | null;
                    /** Format: date */
                    validFrom: string;
                    /** Format: date-time */
                    recordedAt: string;
                    source: components["schemas"]["Source"];
                };
            }[];
            /** @description What else moves: FLOP of known runs, and the factor by which compute grows in a year */
            moves: {
                /** @enum {string} */
                of: "groupLargestRun" | "fieldLargestRun" | "growthPerYear";
                group: {
                    id: string;
                    name: string;
                } | null;
                before: number | null;
                after: number | null;
            }[];
            /** @description Ids of what was written, in the order of the changes */
            claims: string[];
        };
        ImportDiff: {
            /** @enum {string} */
            dataset: "notable" | "large-scale";
            rows: number;
            readonly addedGroups: {
                id: string;
                name: string;
            }[];
            readonly addedSystems: {
                id: string;
                name: string;
            }[];
            readonly withdrawnSystems: {
                id: string;
                name: string;
            }[];
            readonly renamed: {
                id: string;
                from: string;
                to: string;
            }[];
            readonly redated: {
                id: string;
                name: string;
                from: string | null;
                to: string | null;
            }[];
            readonly values: {
                id: string;
                name: string;
                /** @enum {string} */
                property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
                /** @enum {string} */
                kind: "added" | "revised" | "withdrawn";
                before: (number | string | boolean | string[]) | null;
                after: (number | string | boolean | string[]) | null;
                ratio: number | null;
            }[];
            readonly reassessed: {
                id: string;
                name: string;
                /** @enum {string} */
                property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
                /** @enum {string} */
                from: "confident" | "likely" | "speculative" | "unknown";
                /** @enum {string} */
                to: "confident" | "likely" | "speculative" | "unknown";
            }[];
            readonly sameRuns: {
                id: string;
                name: string;
                as: string;
            }[];
            /** @description Another source holds the value in the register; nothing was written */
            readonly disagreements: {
                id: string;
                name: string;
                /** @enum {string} */
                property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
                registered: (number | string | boolean | string[]) | null;
                filed: (number | string | boolean | string[]) | null;
                ratio: number | null;
            }[];
            /** @description Entered, contested or withdrawn by people; nothing was written unless overruled */
            readonly heldByPeople: {
                id: string;
                name: string;
                /** @enum {string} */
                property: "name" | "alsoKnownAs" | "country" | "partOf" | "releasedOn" | "developedBy" | "trainingComputeFlop" | "parameterCount" | "activeParameterCount" | "trainingTokens" | "runCostUsd" | "numericFormatBits" | "hardware" | "hardwareQuantity" | "baseSystem" | "sameRunAs" | "domain" | "notabilityCriteria" | "frontierAtRelease" | "weightsAccess" | "link";
                registered: (number | string | boolean | string[]) | null;
                filed: (number | string | boolean | string[]) | null;
                ratio: number | null;
            }[];
            /** @description Cells read as not known although something stood in them */
            readonly notes: {
                row: number;
                name: string;
                column: string;
                reading: string;
            }[];
        };
        ImportReport: {
            dryRun: boolean;
            /** @description Nothing in the file is news */
            isEmpty: boolean;
            /** @description Claims appended, or that would be */
            claims: number;
            registerVersion: number;
            diff: components["schemas"]["ImportDiff"];
        };
        ScenarioJob: {
            id: string;
            /** @description Which question */
            kind: string;
            /** @description As it was asked */
            request: unknown;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description Share of the work that is done */
            progress: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            result: {
                answer: {
                    scenario: string;
                    delayYears: number;
                    horizonYears: number;
                    baselineYears: {
                        mixed: components["schemas"]["Quantiles"] | null;
                        substitutes: components["schemas"]["Quantiles"] | null;
                        complements: components["schemas"]["Quantiles"] | null;
                    };
                    scenarioYears: {
                        mixed: components["schemas"]["Quantiles"] | null;
                        substitutes: components["schemas"]["Quantiles"] | null;
                        complements: components["schemas"]["Quantiles"] | null;
                    };
                    delay: {
                        mixed: components["schemas"]["DelaySummary"];
                        substitutes: components["schemas"]["DelaySummary"];
                        complements: components["schemas"]["DelaySummary"];
                    };
                    /** @description Where the speed limit bound */
                    limited: {
                        /** @description 0–1 */
                        baseline: number;
                        /** @description 0–1 */
                        scenario: number;
                    };
                };
                pins: components["schemas"]["Pins"];
            } | null;
            /** @description null unless failed or cancelled */
            error: {
                /** @enum {string} */
                code: "input/invalid" | "input/too-large" | "input/encoded" | "input/too-slow" | "input/header-too-large" | "limit/exceeded" | "route/not-found" | "operator/required" | "account/sign-in-required" | "account/not-allowed" | "account/foreign-origin" | "account/unknown-link" | "account/link-expired" | "account/link-used" | "account/passkey-refused" | "account/stale-session" | "account/unknown-account" | "account/unknown-passkey" | "account/unknown-session" | "account/exists" | "account/invalid-role" | "account/no-mail" | "server/failed" | "server/stopping" | "store/in-use" | "store/newer-schema" | "store/unavailable" | "store/no-room" | "store/changed" | "register/unknown-group" | "register/unknown-system" | "register/ambiguous-system" | "register/duplicate-claim" | "register/invalid-claim" | "register/too-few-systems" | "register/superseded" | "register/nothing-to-change" | "register/unknown-claim" | "log/no-key" | "log/rolled-back" | "log/broken" | "log/unknown-entry" | "log/invalid-cosignature" | "log/erased" | "backup/malformed-file" | "backup/newer-schema" | "backup/not-empty" | "backup/no-register" | "import/malformed-file" | "import/unknown-columns" | "import/invalid-row" | "import/unknown-groups" | "import/unconfirmed-renames" | "import/out-of-order" | "forecast/invalid" | "forecast/unknown-group" | "forecast/over-budget" | "forecast/unknown-job" | "forecast/busy" | "forecast/cancelled";
                detail: string;
                place?: string;
                remedy?: string;
            } | null;
        };
        CurvesJob: {
            id: string;
            /** @description Which question */
            kind: string;
            /** @description As it was asked */
            request: unknown;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description Share of the work that is done */
            progress: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            result: {
                answer: {
                    who: string;
                    points: {
                        /** @description 0–1 */
                        share: number;
                        delay: {
                            mixed: components["schemas"]["DelaySummary"];
                            substitutes: components["schemas"]["DelaySummary"];
                            complements: components["schemas"]["DelaySummary"];
                        };
                    }[];
                }[];
                pins: components["schemas"]["Pins"];
            } | null;
            /** @description null unless failed or cancelled */
            error: {
                /** @enum {string} */
                code: "input/invalid" | "input/too-large" | "input/encoded" | "input/too-slow" | "input/header-too-large" | "limit/exceeded" | "route/not-found" | "operator/required" | "account/sign-in-required" | "account/not-allowed" | "account/foreign-origin" | "account/unknown-link" | "account/link-expired" | "account/link-used" | "account/passkey-refused" | "account/stale-session" | "account/unknown-account" | "account/unknown-passkey" | "account/unknown-session" | "account/exists" | "account/invalid-role" | "account/no-mail" | "server/failed" | "server/stopping" | "store/in-use" | "store/newer-schema" | "store/unavailable" | "store/no-room" | "store/changed" | "register/unknown-group" | "register/unknown-system" | "register/ambiguous-system" | "register/duplicate-claim" | "register/invalid-claim" | "register/too-few-systems" | "register/superseded" | "register/nothing-to-change" | "register/unknown-claim" | "log/no-key" | "log/rolled-back" | "log/broken" | "log/unknown-entry" | "log/invalid-cosignature" | "log/erased" | "backup/malformed-file" | "backup/newer-schema" | "backup/not-empty" | "backup/no-register" | "import/malformed-file" | "import/unknown-columns" | "import/invalid-row" | "import/unknown-groups" | "import/unconfirmed-renames" | "import/out-of-order" | "forecast/invalid" | "forecast/unknown-group" | "forecast/over-budget" | "forecast/unknown-job" | "forecast/busy" | "forecast/cancelled";
                detail: string;
                place?: string;
                remedy?: string;
            } | null;
        };
        RequiredShareJob: {
            id: string;
            /** @description Which question */
            kind: string;
            /** @description As it was asked */
            request: unknown;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description Share of the work that is done */
            progress: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            result: {
                answer: {
                    who: string;
                    delayYears: number;
                    horizonYears: number;
                    /** @description 0–1 */
                    probability: number;
                    summary: {
                        mixed: components["schemas"]["RequiredShareSummary"];
                        substitutes: components["schemas"]["RequiredShareSummary"];
                        complements: components["schemas"]["RequiredShareSummary"];
                    };
                }[];
                pins: components["schemas"]["Pins"];
            } | null;
            /** @description null unless failed or cancelled */
            error: {
                /** @enum {string} */
                code: "input/invalid" | "input/too-large" | "input/encoded" | "input/too-slow" | "input/header-too-large" | "limit/exceeded" | "route/not-found" | "operator/required" | "account/sign-in-required" | "account/not-allowed" | "account/foreign-origin" | "account/unknown-link" | "account/link-expired" | "account/link-used" | "account/passkey-refused" | "account/stale-session" | "account/unknown-account" | "account/unknown-passkey" | "account/unknown-session" | "account/exists" | "account/invalid-role" | "account/no-mail" | "server/failed" | "server/stopping" | "store/in-use" | "store/newer-schema" | "store/unavailable" | "store/no-room" | "store/changed" | "register/unknown-group" | "register/unknown-system" | "register/ambiguous-system" | "register/duplicate-claim" | "register/invalid-claim" | "register/too-few-systems" | "register/superseded" | "register/nothing-to-change" | "register/unknown-claim" | "log/no-key" | "log/rolled-back" | "log/broken" | "log/unknown-entry" | "log/invalid-cosignature" | "log/erased" | "backup/malformed-file" | "backup/newer-schema" | "backup/not-empty" | "backup/no-register" | "import/malformed-file" | "import/unknown-columns" | "import/invalid-row" | "import/unknown-groups" | "import/unconfirmed-renames" | "import/out-of-order" | "forecast/invalid" | "forecast/unknown-group" | "forecast/over-budget" | "forecast/unknown-job" | "forecast/busy" | "forecast/cancelled";
                detail: string;
                place?: string;
                remedy?: string;
            } | null;
        };
        PortfolioJob: {
            id: string;
            /** @description Which question */
            kind: string;
            /** @description As it was asked */
            request: unknown;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description Share of the work that is done */
            progress: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            result: {
                answer: {
                    mix: {
                        [key: string]: number;
                    } | null;
                    cost: number | null;
                    scenario: string;
                    delay: components["schemas"]["DelaySummary"];
                    mixesTried: number;
                };
                pins: components["schemas"]["Pins"];
            } | null;
            /** @description null unless failed or cancelled */
            error: {
                /** @enum {string} */
                code: "input/invalid" | "input/too-large" | "input/encoded" | "input/too-slow" | "input/header-too-large" | "limit/exceeded" | "route/not-found" | "operator/required" | "account/sign-in-required" | "account/not-allowed" | "account/foreign-origin" | "account/unknown-link" | "account/link-expired" | "account/link-used" | "account/passkey-refused" | "account/stale-session" | "account/unknown-account" | "account/unknown-passkey" | "account/unknown-session" | "account/exists" | "account/invalid-role" | "account/no-mail" | "server/failed" | "server/stopping" | "store/in-use" | "store/newer-schema" | "store/unavailable" | "store/no-room" | "store/changed" | "register/unknown-group" | "register/unknown-system" | "register/ambiguous-system" | "register/duplicate-claim" | "register/invalid-claim" | "register/too-few-systems" | "register/superseded" | "register/nothing-to-change" | "register/unknown-claim" | "log/no-key" | "log/rolled-back" | "log/broken" | "log/unknown-entry" | "log/invalid-cosignature" | "log/erased" | "backup/malformed-file" | "backup/newer-schema" | "backup/not-empty" | "backup/no-register" | "import/malformed-file" | "import/unknown-columns" | "import/invalid-row" | "import/unknown-groups" | "import/unconfirmed-renames" | "import/out-of-order" | "forecast/invalid" | "forecast/unknown-group" | "forecast/over-budget" | "forecast/unknown-job" | "forecast/busy" | "forecast/cancelled";
                detail: string;
                place?: string;
                remedy?: string;
            } | null;
        };
        FanJob: {
            id: string;
            /** @description Which question */
            kind: string;
            /** @description As it was asked */
            request: unknown;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description Share of the work that is done */
            progress: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            result: {
                answer: {
                    /** @description log10 FLOP of the leader’s effective compute */
                    points: {
                        years: number;
                        baseline: {
                            mixed: components["schemas"]["Quantiles"] | null;
                            substitutes: components["schemas"]["Quantiles"] | null;
                            complements: components["schemas"]["Quantiles"] | null;
                        };
                        scenario: {
                            mixed: components["schemas"]["Quantiles"] | null;
                            substitutes: components["schemas"]["Quantiles"] | null;
                            complements: components["schemas"]["Quantiles"] | null;
                        };
                    }[];
                    /** @description log10 FLOP, as believed */
                    threshold: components["schemas"]["Quantiles"] | null;
                };
                pins: components["schemas"]["Pins"];
            } | null;
            /** @description null unless failed or cancelled */
            error: {
                /** @enum {string} */
                code: "input/invalid" | "input/too-large" | "input/encoded" | "input/too-slow" | "input/header-too-large" | "limit/exceeded" | "route/not-found" | "operator/required" | "account/sign-in-required" | "account/not-allowed" | "account/foreign-origin" | "account/unknown-link" | "account/link-expired" | "account/link-used" | "account/passkey-refused" | "account/stale-session" | "account/unknown-account" | "account/unknown-passkey" | "account/unknown-session" | "account/exists" | "account/invalid-role" | "account/no-mail" | "server/failed" | "server/stopping" | "store/in-use" | "store/newer-schema" | "store/unavailable" | "store/no-room" | "store/changed" | "register/unknown-group" | "register/unknown-system" | "register/ambiguous-system" | "register/duplicate-claim" | "register/invalid-claim" | "register/too-few-systems" | "register/superseded" | "register/nothing-to-change" | "register/unknown-claim" | "log/no-key" | "log/rolled-back" | "log/broken" | "log/unknown-entry" | "log/invalid-cosignature" | "log/erased" | "backup/malformed-file" | "backup/newer-schema" | "backup/not-empty" | "backup/no-register" | "import/malformed-file" | "import/unknown-columns" | "import/invalid-row" | "import/unknown-groups" | "import/unconfirmed-renames" | "import/out-of-order" | "forecast/invalid" | "forecast/unknown-group" | "forecast/over-budget" | "forecast/unknown-job" | "forecast/busy" | "forecast/cancelled";
                detail: string;
                place?: string;
                remedy?: string;
            } | null;
        };
        WaterfallJob: {
            id: string;
            /** @description Which question */
            kind: string;
            /** @description As it was asked */
            request: unknown;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description Share of the work that is done */
            progress: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            result: {
                answer: {
                    bars: components["schemas"]["WaterfallBar"][];
                    ablations: components["schemas"]["WaterfallBar"][];
                };
                pins: components["schemas"]["Pins"];
            } | null;
            /** @description null unless failed or cancelled */
            error: {
                /** @enum {string} */
                code: "input/invalid" | "input/too-large" | "input/encoded" | "input/too-slow" | "input/header-too-large" | "limit/exceeded" | "route/not-found" | "operator/required" | "account/sign-in-required" | "account/not-allowed" | "account/foreign-origin" | "account/unknown-link" | "account/link-expired" | "account/link-used" | "account/passkey-refused" | "account/stale-session" | "account/unknown-account" | "account/unknown-passkey" | "account/unknown-session" | "account/exists" | "account/invalid-role" | "account/no-mail" | "server/failed" | "server/stopping" | "store/in-use" | "store/newer-schema" | "store/unavailable" | "store/no-room" | "store/changed" | "register/unknown-group" | "register/unknown-system" | "register/ambiguous-system" | "register/duplicate-claim" | "register/invalid-claim" | "register/too-few-systems" | "register/superseded" | "register/nothing-to-change" | "register/unknown-claim" | "log/no-key" | "log/rolled-back" | "log/broken" | "log/unknown-entry" | "log/invalid-cosignature" | "log/erased" | "backup/malformed-file" | "backup/newer-schema" | "backup/not-empty" | "backup/no-register" | "import/malformed-file" | "import/unknown-columns" | "import/invalid-row" | "import/unknown-groups" | "import/unconfirmed-renames" | "import/out-of-order" | "forecast/invalid" | "forecast/unknown-group" | "forecast/over-budget" | "forecast/unknown-job" | "forecast/busy" | "forecast/cancelled";
                detail: string;
                place?: string;
                remedy?: string;
            } | null;
        };
        CarelessJob: {
            id: string;
            /** @description Which question */
            kind: string;
            /** @description As it was asked */
            request: unknown;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description Share of the work that is done */
            progress: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            result: {
                answer: {
                    id: string;
                    name: string;
                    baselineLeadYears: {
                        mixed: components["schemas"]["Quantiles"] | null;
                        substitutes: components["schemas"]["Quantiles"] | null;
                        complements: components["schemas"]["Quantiles"] | null;
                    };
                    scenarioLeadYears: {
                        mixed: components["schemas"]["Quantiles"] | null;
                        substitutes: components["schemas"]["Quantiles"] | null;
                        complements: components["schemas"]["Quantiles"] | null;
                    };
                    gainYears: {
                        mixed: components["schemas"]["Quantiles"] | null;
                        substitutes: components["schemas"]["Quantiles"] | null;
                        complements: components["schemas"]["Quantiles"] | null;
                    };
                }[];
                pins: components["schemas"]["Pins"];
            } | null;
            /** @description null unless failed or cancelled */
            error: {
                /** @enum {string} */
                code: "input/invalid" | "input/too-large" | "input/encoded" | "input/too-slow" | "input/header-too-large" | "limit/exceeded" | "route/not-found" | "operator/required" | "account/sign-in-required" | "account/not-allowed" | "account/foreign-origin" | "account/unknown-link" | "account/link-expired" | "account/link-used" | "account/passkey-refused" | "account/stale-session" | "account/unknown-account" | "account/unknown-passkey" | "account/unknown-session" | "account/exists" | "account/invalid-role" | "account/no-mail" | "server/failed" | "server/stopping" | "store/in-use" | "store/newer-schema" | "store/unavailable" | "store/no-room" | "store/changed" | "register/unknown-group" | "register/unknown-system" | "register/ambiguous-system" | "register/duplicate-claim" | "register/invalid-claim" | "register/too-few-systems" | "register/superseded" | "register/nothing-to-change" | "register/unknown-claim" | "log/no-key" | "log/rolled-back" | "log/broken" | "log/unknown-entry" | "log/invalid-cosignature" | "log/erased" | "backup/malformed-file" | "backup/newer-schema" | "backup/not-empty" | "backup/no-register" | "import/malformed-file" | "import/unknown-columns" | "import/invalid-row" | "import/unknown-groups" | "import/unconfirmed-renames" | "import/out-of-order" | "forecast/invalid" | "forecast/unknown-group" | "forecast/over-budget" | "forecast/unknown-job" | "forecast/busy" | "forecast/cancelled";
                detail: string;
                place?: string;
                remedy?: string;
            } | null;
        };
        WhoFirstJob: {
            id: string;
            /** @description Which question */
            kind: string;
            /** @description As it was asked */
            request: unknown;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description Share of the work that is done */
            progress: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            result: {
                answer: {
                    groups: {
                        id: string;
                        name: string;
                        /** @description 0–1 */
                        probability: number;
                        /** @description 0–1 */
                        least: number;
                        /** @description 0–1 */
                        most: number;
                    }[];
                    /** @description Likelier first than any other whatever is undisclosed */
                    named: string | null;
                };
                pins: components["schemas"]["Pins"];
            } | null;
            /** @description null unless failed or cancelled */
            error: {
                /** @enum {string} */
                code: "input/invalid" | "input/too-large" | "input/encoded" | "input/too-slow" | "input/header-too-large" | "limit/exceeded" | "route/not-found" | "operator/required" | "account/sign-in-required" | "account/not-allowed" | "account/foreign-origin" | "account/unknown-link" | "account/link-expired" | "account/link-used" | "account/passkey-refused" | "account/stale-session" | "account/unknown-account" | "account/unknown-passkey" | "account/unknown-session" | "account/exists" | "account/invalid-role" | "account/no-mail" | "server/failed" | "server/stopping" | "store/in-use" | "store/newer-schema" | "store/unavailable" | "store/no-room" | "store/changed" | "register/unknown-group" | "register/unknown-system" | "register/ambiguous-system" | "register/duplicate-claim" | "register/invalid-claim" | "register/too-few-systems" | "register/superseded" | "register/nothing-to-change" | "register/unknown-claim" | "log/no-key" | "log/rolled-back" | "log/broken" | "log/unknown-entry" | "log/invalid-cosignature" | "log/erased" | "backup/malformed-file" | "backup/newer-schema" | "backup/not-empty" | "backup/no-register" | "import/malformed-file" | "import/unknown-columns" | "import/invalid-row" | "import/unknown-groups" | "import/unconfirmed-renames" | "import/out-of-order" | "forecast/invalid" | "forecast/unknown-group" | "forecast/over-budget" | "forecast/unknown-job" | "forecast/busy" | "forecast/cancelled";
                detail: string;
                place?: string;
                remedy?: string;
            } | null;
        };
        BelieveJob: {
            id: string;
            /** @description Which question */
            kind: string;
            /** @description As it was asked */
            request: unknown;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description Share of the work that is done */
            progress: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            result: {
                answer: {
                    scenario: string;
                    delayYears: number;
                    horizonYears: number;
                    /** @enum {string} */
                    outcome: "already" | "reached" | "unreachable";
                    /** @description Standard deviations of its normal score */
                    norm: number;
                    shifts: {
                        [key: string]: number;
                    };
                    beliefs: {
                        name: components["schemas"]["ParameterName"];
                        label: string;
                        unit: string;
                        prior: components["schemas"]["Belief"];
                        grade: ("measured" | "judged" | "guess") | null;
                        source: string | null;
                        /** @description Standard deviations of its normal score */
                        shiftDeviations: number;
                        moved: components["schemas"]["Belief"];
                    }[];
                    alone: {
                        name: components["schemas"]["ParameterName"];
                        label: string;
                        unit: string;
                        prior: components["schemas"]["Belief"];
                        grade: ("measured" | "judged" | "guess") | null;
                        source: string | null;
                        shiftDeviations: number | null;
                        moved: components["schemas"]["Belief"] | null;
                    }[];
                    before: {
                        mixed: components["schemas"]["DelaySummary"];
                        substitutes: components["schemas"]["DelaySummary"];
                        complements: components["schemas"]["DelaySummary"];
                    };
                    after: {
                        mixed: components["schemas"]["DelaySummary"];
                        substitutes: components["schemas"]["DelaySummary"];
                        complements: components["schemas"]["DelaySummary"];
                    };
                    bounds: {
                        mostDeviations: number;
                        mostNorm: number;
                    };
                };
                pins: components["schemas"]["Pins"];
            } | null;
            /** @description null unless failed or cancelled */
            error: {
                /** @enum {string} */
                code: "input/invalid" | "input/too-large" | "input/encoded" | "input/too-slow" | "input/header-too-large" | "limit/exceeded" | "route/not-found" | "operator/required" | "account/sign-in-required" | "account/not-allowed" | "account/foreign-origin" | "account/unknown-link" | "account/link-expired" | "account/link-used" | "account/passkey-refused" | "account/stale-session" | "account/unknown-account" | "account/unknown-passkey" | "account/unknown-session" | "account/exists" | "account/invalid-role" | "account/no-mail" | "server/failed" | "server/stopping" | "store/in-use" | "store/newer-schema" | "store/unavailable" | "store/no-room" | "store/changed" | "register/unknown-group" | "register/unknown-system" | "register/ambiguous-system" | "register/duplicate-claim" | "register/invalid-claim" | "register/too-few-systems" | "register/superseded" | "register/nothing-to-change" | "register/unknown-claim" | "log/no-key" | "log/rolled-back" | "log/broken" | "log/unknown-entry" | "log/invalid-cosignature" | "log/erased" | "backup/malformed-file" | "backup/newer-schema" | "backup/not-empty" | "backup/no-register" | "import/malformed-file" | "import/unknown-columns" | "import/invalid-row" | "import/unknown-groups" | "import/unconfirmed-renames" | "import/out-of-order" | "forecast/invalid" | "forecast/unknown-group" | "forecast/over-budget" | "forecast/unknown-job" | "forecast/busy" | "forecast/cancelled";
                detail: string;
                place?: string;
                remedy?: string;
            } | null;
        };
        TwoBeliefsJob: {
            id: string;
            /** @description Which question */
            kind: string;
            /** @description As it was asked */
            request: unknown;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description Share of the work that is done */
            progress: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            result: {
                answer: {
                    scenario: string;
                    delayYears: number;
                    horizonYears: number;
                    one: {
                        mixed: components["schemas"]["DelaySummary"];
                        substitutes: components["schemas"]["DelaySummary"];
                        complements: components["schemas"]["DelaySummary"];
                    };
                    other: {
                        mixed: components["schemas"]["DelaySummary"];
                        substitutes: components["schemas"]["DelaySummary"];
                        complements: components["schemas"]["DelaySummary"];
                    };
                    seen: {
                        one: components["schemas"]["SeenDelay"];
                        other: components["schemas"]["SeenDelay"];
                    };
                    partsDraws: number;
                    parts: {
                        id: string;
                        label: string;
                        carries: components["schemas"]["SeenDelay"];
                        parameters: components["schemas"]["ParameterPart"][] | null;
                    }[];
                    most: components["schemas"]["ParameterPart"][];
                };
                pins: components["schemas"]["Pins"];
            } | null;
            /** @description null unless failed or cancelled */
            error: {
                /** @enum {string} */
                code: "input/invalid" | "input/too-large" | "input/encoded" | "input/too-slow" | "input/header-too-large" | "limit/exceeded" | "route/not-found" | "operator/required" | "account/sign-in-required" | "account/not-allowed" | "account/foreign-origin" | "account/unknown-link" | "account/link-expired" | "account/link-used" | "account/passkey-refused" | "account/stale-session" | "account/unknown-account" | "account/unknown-passkey" | "account/unknown-session" | "account/exists" | "account/invalid-role" | "account/no-mail" | "server/failed" | "server/stopping" | "store/in-use" | "store/newer-schema" | "store/unavailable" | "store/no-room" | "store/changed" | "register/unknown-group" | "register/unknown-system" | "register/ambiguous-system" | "register/duplicate-claim" | "register/invalid-claim" | "register/too-few-systems" | "register/superseded" | "register/nothing-to-change" | "register/unknown-claim" | "log/no-key" | "log/rolled-back" | "log/broken" | "log/unknown-entry" | "log/invalid-cosignature" | "log/erased" | "backup/malformed-file" | "backup/newer-schema" | "backup/not-empty" | "backup/no-register" | "import/malformed-file" | "import/unknown-columns" | "import/invalid-row" | "import/unknown-groups" | "import/unconfirmed-renames" | "import/out-of-order" | "forecast/invalid" | "forecast/unknown-group" | "forecast/over-budget" | "forecast/unknown-job" | "forecast/busy" | "forecast/cancelled";
                detail: string;
                place?: string;
                remedy?: string;
            } | null;
        };
        SensitivityJob: {
            id: string;
            /** @description Which question */
            kind: string;
            /** @description As it was asked */
            request: unknown;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description Share of the work that is done */
            progress: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            result: {
                answer: {
                    scenario: string;
                    delayYears: number;
                    horizonYears: number;
                    sensitivity: {
                        mixed: components["schemas"]["Sensitivity"] | null;
                        substitutes: components["schemas"]["Sensitivity"] | null;
                        complements: components["schemas"]["Sensitivity"] | null;
                    };
                };
                pins: components["schemas"]["Pins"];
            } | null;
            /** @description null unless failed or cancelled */
            error: {
                /** @enum {string} */
                code: "input/invalid" | "input/too-large" | "input/encoded" | "input/too-slow" | "input/header-too-large" | "limit/exceeded" | "route/not-found" | "operator/required" | "account/sign-in-required" | "account/not-allowed" | "account/foreign-origin" | "account/unknown-link" | "account/link-expired" | "account/link-used" | "account/passkey-refused" | "account/stale-session" | "account/unknown-account" | "account/unknown-passkey" | "account/unknown-session" | "account/exists" | "account/invalid-role" | "account/no-mail" | "server/failed" | "server/stopping" | "store/in-use" | "store/newer-schema" | "store/unavailable" | "store/no-room" | "store/changed" | "register/unknown-group" | "register/unknown-system" | "register/ambiguous-system" | "register/duplicate-claim" | "register/invalid-claim" | "register/too-few-systems" | "register/superseded" | "register/nothing-to-change" | "register/unknown-claim" | "log/no-key" | "log/rolled-back" | "log/broken" | "log/unknown-entry" | "log/invalid-cosignature" | "log/erased" | "backup/malformed-file" | "backup/newer-schema" | "backup/not-empty" | "backup/no-register" | "import/malformed-file" | "import/unknown-columns" | "import/invalid-row" | "import/unknown-groups" | "import/unconfirmed-renames" | "import/out-of-order" | "forecast/invalid" | "forecast/unknown-group" | "forecast/over-budget" | "forecast/unknown-job" | "forecast/busy" | "forecast/cancelled";
                detail: string;
                place?: string;
                remedy?: string;
            } | null;
        };
        NormJob: {
            id: string;
            /** @description Which question */
            kind: string;
            /** @description As it was asked */
            request: unknown;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description Share of the work that is done */
            progress: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            result: {
                answer: {
                    who: string;
                    delayYears: number;
                    open: {
                        /** @description 0–1 */
                        share: number;
                        delay: {
                            mixed: components["schemas"]["DelaySummary"];
                            substitutes: components["schemas"]["DelaySummary"];
                            complements: components["schemas"]["DelaySummary"];
                        };
                    };
                    sealed: {
                        /** @description 0–1 */
                        share: number;
                        delay: {
                            mixed: components["schemas"]["DelaySummary"];
                            substitutes: components["schemas"]["DelaySummary"];
                            complements: components["schemas"]["DelaySummary"];
                        };
                    };
                };
                pins: components["schemas"]["Pins"];
            } | null;
            /** @description null unless failed or cancelled */
            error: {
                /** @enum {string} */
                code: "input/invalid" | "input/too-large" | "input/encoded" | "input/too-slow" | "input/header-too-large" | "limit/exceeded" | "route/not-found" | "operator/required" | "account/sign-in-required" | "account/not-allowed" | "account/foreign-origin" | "account/unknown-link" | "account/link-expired" | "account/link-used" | "account/passkey-refused" | "account/stale-session" | "account/unknown-account" | "account/unknown-passkey" | "account/unknown-session" | "account/exists" | "account/invalid-role" | "account/no-mail" | "server/failed" | "server/stopping" | "store/in-use" | "store/newer-schema" | "store/unavailable" | "store/no-room" | "store/changed" | "register/unknown-group" | "register/unknown-system" | "register/ambiguous-system" | "register/duplicate-claim" | "register/invalid-claim" | "register/too-few-systems" | "register/superseded" | "register/nothing-to-change" | "register/unknown-claim" | "log/no-key" | "log/rolled-back" | "log/broken" | "log/unknown-entry" | "log/invalid-cosignature" | "log/erased" | "backup/malformed-file" | "backup/newer-schema" | "backup/not-empty" | "backup/no-register" | "import/malformed-file" | "import/unknown-columns" | "import/invalid-row" | "import/unknown-groups" | "import/unconfirmed-renames" | "import/out-of-order" | "forecast/invalid" | "forecast/unknown-group" | "forecast/over-budget" | "forecast/unknown-job" | "forecast/busy" | "forecast/cancelled";
                detail: string;
                place?: string;
                remedy?: string;
            } | null;
        };
        ClaimJob: {
            id: string;
            /** @description Which question */
            kind: string;
            /** @description As it was asked */
            request: unknown;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description Share of the work that is done */
            progress: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            result: {
                answer: {
                    id: string;
                    number: number;
                    gist: string;
                    leftOut: string;
                    usesRace: boolean;
                    draws: number;
                    delayYears: number;
                    horizonYears: number;
                    verdict: {
                        mixed: components["schemas"]["VerdictGiven"];
                        substitutes: components["schemas"]["VerdictGiven"];
                        complements: components["schemas"]["VerdictGiven"];
                    };
                    parts: {
                        says: string;
                        passing: {
                            mixed: components["schemas"]["PartShare"];
                            substitutes: components["schemas"]["PartShare"];
                            complements: components["schemas"]["PartShare"];
                        };
                    }[];
                    measures: {
                        label: string;
                        unit: string;
                        values: {
                            mixed: components["schemas"]["PooledSummary"] | null;
                            substitutes: components["schemas"]["PooledSummary"] | null;
                            complements: components["schemas"]["PooledSummary"] | null;
                        };
                    }[];
                    assumptions: {
                        label: string;
                        value: number;
                        unit: string;
                        /** @enum {string} */
                        grade: "measured" | "judged" | "guess";
                        reason: string;
                    }[];
                    carriedBy: {
                        mixed: components["schemas"]["Swing"][];
                        substitutes: components["schemas"]["Swing"][];
                        complements: components["schemas"]["Swing"][];
                    };
                    runs: components["schemas"]["RaceRun"][];
                    chart: {
                        x: string;
                        y: string;
                        points: {
                            x: number | string;
                            p05: components["schemas"]["Extended"];
                            p50: components["schemas"]["Extended"];
                            p95: components["schemas"]["Extended"];
                        }[];
                    };
                };
                pins: components["schemas"]["Pins"];
            } | null;
            /** @description null unless failed or cancelled */
            error: {
                /** @enum {string} */
                code: "input/invalid" | "input/too-large" | "input/encoded" | "input/too-slow" | "input/header-too-large" | "limit/exceeded" | "route/not-found" | "operator/required" | "account/sign-in-required" | "account/not-allowed" | "account/foreign-origin" | "account/unknown-link" | "account/link-expired" | "account/link-used" | "account/passkey-refused" | "account/stale-session" | "account/unknown-account" | "account/unknown-passkey" | "account/unknown-session" | "account/exists" | "account/invalid-role" | "account/no-mail" | "server/failed" | "server/stopping" | "store/in-use" | "store/newer-schema" | "store/unavailable" | "store/no-room" | "store/changed" | "register/unknown-group" | "register/unknown-system" | "register/ambiguous-system" | "register/duplicate-claim" | "register/invalid-claim" | "register/too-few-systems" | "register/superseded" | "register/nothing-to-change" | "register/unknown-claim" | "log/no-key" | "log/rolled-back" | "log/broken" | "log/unknown-entry" | "log/invalid-cosignature" | "log/erased" | "backup/malformed-file" | "backup/newer-schema" | "backup/not-empty" | "backup/no-register" | "import/malformed-file" | "import/unknown-columns" | "import/invalid-row" | "import/unknown-groups" | "import/unconfirmed-renames" | "import/out-of-order" | "forecast/invalid" | "forecast/unknown-group" | "forecast/over-budget" | "forecast/unknown-job" | "forecast/busy" | "forecast/cancelled";
                detail: string;
                place?: string;
                remedy?: string;
            } | null;
        };
        ApproachesJob: {
            id: string;
            /** @description Which question */
            kind: string;
            /** @description As it was asked */
            request: unknown;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description Share of the work that is done */
            progress: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            result: {
                answer: {
                    approach: components["schemas"]["Approach"];
                    delayYears: {
                        mixed: components["schemas"]["PooledSummary"] | null;
                        substitutes: components["schemas"]["PooledSummary"] | null;
                        complements: components["schemas"]["PooledSummary"] | null;
                    };
                    perLeadYear: {
                        mixed: components["schemas"]["PooledSummary"] | null;
                        substitutes: components["schemas"]["PooledSummary"] | null;
                        complements: components["schemas"]["PooledSummary"] | null;
                    } | null;
                    carelessGainYears: {
                        mixed: components["schemas"]["PooledSummary"] | null;
                        substitutes: components["schemas"]["PooledSummary"] | null;
                        complements: components["schemas"]["PooledSummary"] | null;
                    };
                    backfire: {
                        mixed: components["schemas"]["Estimate"] | null;
                        substitutes: components["schemas"]["Estimate"] | null;
                        complements: components["schemas"]["Estimate"] | null;
                    };
                    probability: {
                        mixed: components["schemas"]["Estimate"] | null;
                        substitutes: components["schemas"]["Estimate"] | null;
                        complements: components["schemas"]["Estimate"] | null;
                    };
                    tooLate: {
                        mixed: components["schemas"]["Estimate"] | null;
                        substitutes: components["schemas"]["Estimate"] | null;
                        complements: components["schemas"]["Estimate"] | null;
                    };
                }[];
                pins: components["schemas"]["Pins"];
            } | null;
            /** @description null unless failed or cancelled */
            error: {
                /** @enum {string} */
                code: "input/invalid" | "input/too-large" | "input/encoded" | "input/too-slow" | "input/header-too-large" | "limit/exceeded" | "route/not-found" | "operator/required" | "account/sign-in-required" | "account/not-allowed" | "account/foreign-origin" | "account/unknown-link" | "account/link-expired" | "account/link-used" | "account/passkey-refused" | "account/stale-session" | "account/unknown-account" | "account/unknown-passkey" | "account/unknown-session" | "account/exists" | "account/invalid-role" | "account/no-mail" | "server/failed" | "server/stopping" | "store/in-use" | "store/newer-schema" | "store/unavailable" | "store/no-room" | "store/changed" | "register/unknown-group" | "register/unknown-system" | "register/ambiguous-system" | "register/duplicate-claim" | "register/invalid-claim" | "register/too-few-systems" | "register/superseded" | "register/nothing-to-change" | "register/unknown-claim" | "log/no-key" | "log/rolled-back" | "log/broken" | "log/unknown-entry" | "log/invalid-cosignature" | "log/erased" | "backup/malformed-file" | "backup/newer-schema" | "backup/not-empty" | "backup/no-register" | "import/malformed-file" | "import/unknown-columns" | "import/invalid-row" | "import/unknown-groups" | "import/unconfirmed-renames" | "import/out-of-order" | "forecast/invalid" | "forecast/unknown-group" | "forecast/over-budget" | "forecast/unknown-job" | "forecast/busy" | "forecast/cancelled";
                detail: string;
                place?: string;
                remedy?: string;
            } | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBackup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/gzip": string;
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null: nobody is */
                        account: components["schemas"]["Account"] | null;
                        waysIn: {
                            mail: boolean;
                            passkey: boolean;
                        };
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAccountDetails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        createdOn: string;
                        passkeys: {
                            id: string;
                            name: string;
                            addedOn: string | null;
                        }[];
                        /** @description Whether the session is young enough to add one */
                        mayAddPasskey: boolean;
                        sessions: {
                            id: string;
                            beganOn: string;
                            seenOn: string;
                            endsOn: string;
                            isThis: boolean;
                        }[];
                        events: components["schemas"]["AccountEvent"][];
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    challengeNewPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    credential: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        /** @default {} */
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renamePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInByLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    challengePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInByPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    credential: {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        /** @default {} */
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KeptAccount"][];
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** @enum {string} */
                    role: "reader" | "editor" | "reviewer" | "trustee" | "organiser" | "spokesperson" | "operator";
                    /** @default null */
                    groupId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: components["schemas"]["KeptAccount"];
                        link: string;
                        expiresAt: string;
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "reader" | "editor" | "reviewer" | "trustee" | "organiser" | "spokesperson" | "operator";
                    /** @default null */
                    groupId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: components["schemas"]["KeptAccount"];
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTrail: {
        parameters: {
            query?: {
                accountId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AccountEvent"][];
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSystems: {
        parameters: {
            query?: {
                /** @description Only what the register had recorded by the end of this day; today if left out */
                knownOn?: string;
                /** @description Only what is true of the world by this day; today if left out */
                trueOn?: string;
                /** @description Words that the name of the system or of its group holds */
                query?: string;
                /** @description Separated by commas; any of them */
                group?: string;
                /** @description Separated by commas; any of them */
                domain?: string;
                minFlop?: number;
                maxFlop?: number;
                releasedFrom?: string;
                releasedTo?: string;
                compute?: "any" | "known" | "unknown";
                sort?: "releasedOn" | "trainingComputeFlop" | "parameterCount" | "runCostUsd" | "name";
                order?: "asc" | "desc";
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                /** @description csv gives the table; so does Accept: text/csv */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Systems"];
                    "text/csv": string;
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSystem: {
        parameters: {
            query?: {
                /** @description Only what the register had recorded by the end of this day; today if left out */
                knownOn?: string;
                /** @description Only what is true of the world by this day; today if left out */
                trueOn?: string;
                /** @description csv gives the table; so does Accept: text/csv */
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                /** @description Id or exact name */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemDetail"];
                    "text/csv": string;
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSystemHistory: {
        parameters: {
            query?: {
                /** @description Only what the register had recorded by the end of this day; today if left out */
                knownOn?: string;
                /** @description Only what is true of the world by this day; today if left out */
                trueOn?: string;
                /** @description csv gives the table; so does Accept: text/csv */
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                /** @description Id or exact name */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                    "text/csv": string;
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGroups: {
        parameters: {
            query?: {
                /** @description Only what the register had recorded by the end of this day; today if left out */
                knownOn?: string;
                /** @description Only what is true of the world by this day; today if left out */
                trueOn?: string;
                /** @description csv gives the table; so does Accept: text/csv */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Groups"];
                    "text/csv": string;
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readGroup: {
        parameters: {
            query?: {
                /** @description Only what the register had recorded by the end of this day; today if left out */
                knownOn?: string;
                /** @description Only what is true of the world by this day; today if left out */
                trueOn?: string;
                /** @description csv gives the table; so does Accept: text/csv */
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupDetail"];
                    "text/csv": string;
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTrend: {
        parameters: {
            query?: {
                /** @description Only what the register had recorded by the end of this day; today if left out */
                knownOn?: string;
                /** @description Only what is true of the world by this day; today if left out */
                trueOn?: string;
                /** @description First release that counts */
                from?: string;
                /** @description Last release that counts */
                to?: string;
                /** @description Separated by commas; any of them */
                group?: string;
                /** @description Only runs among the ten largest known at release */
                frontier?: "true" | "false";
                /** @description What counts once: a training run (if left out), or each system, as sources list them */
                count?: "runs" | "systems";
                /** @description csv gives the table; so does Accept: text/csv */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trend"];
                    "text/csv": string;
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDisclosure: {
        parameters: {
            query?: {
                /** @description Only what the register had recorded by the end of this day; today if left out */
                knownOn?: string;
                /** @description Only what is true of the world by this day; today if left out */
                trueOn?: string;
                /** @description csv gives the table; so does Accept: text/csv */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Disclosure"];
                    "text/csv": string;
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFrontier: {
        parameters: {
            query?: {
                /** @description Only what the register had recorded by the end of this day; today if left out */
                knownOn?: string;
                /** @description Only what is true of the world by this day; today if left out */
                trueOn?: string;
                /** @description csv gives the table; so does Accept: text/csv */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Frontier"];
                    "text/csv": string;
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description Only what the register had recorded by the end of this day; today if left out */
                knownOn?: string;
                /** @description Only what is true of the world by this day; today if left out */
                trueOn?: string;
                /** @description The earlier known day; the known day before the latest if left out */
                from?: string;
                /** @description The later known day; knownOn if left out */
                to?: string;
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                /** @description csv gives the table; so does Accept: text/csv */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                    "text/csv": string;
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKnownDays: {
        parameters: {
            query?: {
                /** @description Only what the register had recorded by the end of this day; today if left out */
                knownOn?: string;
                /** @description Only what is true of the world by this day; today if left out */
                trueOn?: string;
                /** @description csv gives the table; so does Accept: text/csv */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownDays"];
                    "text/csv": string;
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: {
                /** @description Only what the register had recorded by the end of this day; today if left out */
                knownOn?: string;
                /** @description Only what is true of the world by this day; today if left out */
                trueOn?: string;
                /** @description csv gives the table; so does Accept: text/csv */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sources"];
                    "text/csv": string;
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRecordings: {
        parameters: {
            query?: {
                /** @description Only what the register had recorded by the end of this day; today if left out */
                knownOn?: string;
                /** @description Only what is true of the world by this day; today if left out */
                trueOn?: string;
                /** @description Only what is about this group, its parts, and systems they ever developed */
                group?: string;
                /** @description Only what is about this system */
                system?: string;
                limit?: number;
                /** @description csv gives the table; so does Accept: text/csv */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recordings"];
                    "text/csv": string;
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimDetail"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    ground: "court" | "privacy" | "request";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        erased: string;
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readLog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogState"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readLogEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                index: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogEntry"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addCosignatures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cosignatures"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditReport"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importEpoch: {
        parameters: {
            query?: {
                /** @description Only say what would change */
                dryRun?: "true" | "false";
                /** @description Add organisations that the register does not know */
                createGroups?: "true" | "false";
                /** @description When the register learned it; now if left out */
                recordedAt?: string;
                /** @description FROM=TO; may be given several times */
                rename?: string[];
                /** @description NAME; may be given several times */
                notRenamed?: string[];
                /** @description NAME=OTHER; may be given several times */
                sameRun?: string[];
                /** @description SYSTEM=PROPERTY; may be given several times */
                overrule?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listParameters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Beliefs"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRaceGroups: {
        parameters: {
            query?: {
                /** @description Day on which the race starts; today if left out */
                startOn?: string;
                /** @description What the register knew on that day; today if left out */
                knownOn?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RaceGroups"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readJob: {
        parameters: {
            query?: {
                /** @description Answer when the job is finished, or after so long */
                waitMs?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askScenario: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    race?: components["schemas"]["RaceInput"];
                    /**
                     * @description Draws of the parameters
                     * @default 10000
                     */
                    draws?: number;
                    /**
                     * @description The delay that counts
                     * @default 5
                     */
                    delayYears?: number;
                    scenario?: components["schemas"]["ScenarioInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioJob"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioJob"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askCurves: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    race?: components["schemas"]["RaceInput"];
                    /**
                     * @description Draws of the parameters
                     * @default 2000
                     */
                    draws?: number;
                    /**
                     * @description The delay that counts
                     * @default 5
                     */
                    delayYears?: number;
                    scenario?: components["schemas"]["ScenarioInput"];
                    /**
                     * @default [
                     *       "leading",
                     *       "everyone"
                     *     ]
                     */
                    populations?: components["schemas"]["PopulationInput"][];
                    /**
                     * @default [
                     *       0,
                     *       0.1,
                     *       0.2,
                     *       0.3,
                     *       0.4,
                     *       0.5,
                     *       0.6,
                     *       0.7,
                     *       0.8,
                     *       0.9,
                     *       1
                     *     ]
                     */
                    shares?: number[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurvesJob"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurvesJob"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askRequiredShare: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    race?: components["schemas"]["RaceInput"];
                    /**
                     * @description Draws of the parameters
                     * @default 2000
                     */
                    draws?: number;
                    /**
                     * @description The delay that counts
                     * @default 5
                     */
                    delayYears?: number;
                    scenario?: components["schemas"]["ScenarioInput"];
                    /**
                     * @default [
                     *       "leading",
                     *       "everyone"
                     *     ]
                     */
                    populations?: components["schemas"]["PopulationInput"][];
                    /**
                     * @description 0–1
                     * @default 0.5
                     */
                    probability?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequiredShareJob"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequiredShareJob"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askPortfolio: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    race?: components["schemas"]["RaceInput"];
                    /**
                     * @description Draws of the parameters
                     * @default 4000
                     */
                    draws?: number;
                    /**
                     * @description The delay that counts
                     * @default 5
                     */
                    delayYears?: number;
                    menu: {
                        full: components["schemas"]["ScenarioInput"];
                        /** @description Price of the full use of each lever, in any one unit; a lever without one is not used */
                        prices: {
                            [key: string]: number;
                        };
                    };
                    /**
                     * @description 0–1
                     * @default 0.5
                     */
                    probability?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioJob"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioJob"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askFan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    race?: components["schemas"]["RaceInput"];
                    /**
                     * @description Draws of the parameters
                     * @default 2000
                     */
                    draws?: number;
                    /**
                     * @description The delay that counts
                     * @default 5
                     */
                    delayYears?: number;
                    scenario?: components["schemas"]["ScenarioInput"];
                    /**
                     * @description From the start
                     * @default 15
                     */
                    shownYears?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FanJob"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FanJob"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askWaterfall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    race?: components["schemas"]["RaceInput"];
                    /**
                     * @description Draws of the parameters
                     * @default 4000
                     */
                    draws?: number;
                    /**
                     * @description The delay that counts
                     * @default 5
                     */
                    delayYears?: number;
                    scenario?: components["schemas"]["ScenarioInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaterfallJob"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaterfallJob"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askCareless: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    race?: components["schemas"]["RaceInput"];
                    /**
                     * @description Draws of the parameters
                     * @default 4000
                     */
                    draws?: number;
                    /**
                     * @description The delay that counts
                     * @default 5
                     */
                    delayYears?: number;
                    scenario?: components["schemas"]["ScenarioInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarelessJob"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarelessJob"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askWhoFirst: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    race?: components["schemas"]["RaceInput"];
                    /**
                     * @description Draws of the parameters
                     * @default 2000
                     */
                    draws?: number;
                    /**
                     * @description The delay that counts
                     * @default 5
                     */
                    delayYears?: number;
                    scenario?: components["schemas"]["ScenarioInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhoFirstJob"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhoFirstJob"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askBelieve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    race?: components["schemas"]["RaceInput"];
                    /**
                     * @description Draws of the parameters
                     * @default 4096
                     */
                    draws?: number;
                    /**
                     * @description The delay that counts
                     * @default 5
                     */
                    delayYears?: number;
                    scenario?: components["schemas"]["ScenarioInput"];
                    /** @description Beliefs that may change; all if left out */
                    movable?: components["schemas"]["ParameterNameInput"][];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BelieveJob"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BelieveJob"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askTwoBeliefs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    race?: components["schemas"]["RaceInput"];
                    /**
                     * @description Draws of the parameters
                     * @default 2048
                     */
                    draws?: number;
                    /**
                     * @description The delay that counts
                     * @default 5
                     */
                    delayYears?: number;
                    scenario?: components["schemas"]["ScenarioInput"];
                    /** @description In place of those of the race, one by one */
                    other: {
                        [key: string]: components["schemas"]["DistributionInput"];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TwoBeliefsJob"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TwoBeliefsJob"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askSensitivity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    race?: components["schemas"]["RaceInput"];
                    /**
                     * @description Draws of the parameters
                     * @default 4096
                     */
                    draws?: number;
                    /**
                     * @description The delay that counts
                     * @default 5
                     */
                    delayYears?: number;
                    scenario?: components["schemas"]["ScenarioInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SensitivityJob"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SensitivityJob"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askNorm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    race?: components["schemas"]["RaceInput"];
                    /**
                     * @description Draws of the parameters
                     * @default 4000
                     */
                    draws?: number;
                    /**
                     * @description The delay that counts
                     * @default 5
                     */
                    delayYears?: number;
                    scenario?: components["schemas"]["ScenarioInput"];
                    who?: components["schemas"]["PopulationInput"];
                    norm: {
                        /** @description Mean of the share of peers that must refuse before one does */
                        mean: number;
                        spread: number;
                        /** @default 0 */
                        seedShare?: number;
                        /** @default 1 */
                        pledgingShare?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NormJob"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NormJob"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askClaim: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    race?: components["schemas"]["RaceInput"];
                    /**
                     * @description Draws of the parameters
                     * @default 1024
                     */
                    draws?: number;
                    /**
                     * @description The delay that counts
                     * @default 5
                     */
                    delayYears?: number;
                    /** @description Which claim, such as a-fifth-buys-five-years */
                    id: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimJob"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimJob"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askApproaches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    race?: components["schemas"]["RaceInput"];
                    /**
                     * @description Draws of the parameters
                     * @default 512
                     */
                    draws?: number;
                    /**
                     * @description The delay that counts
                     * @default 5
                     */
                    delayYears?: number;
                    /**
                     * @default [
                     *       {
                     *         "id": "culture",
                     *         "kind": "culture",
                     *         "label": "A norm: half of the leading groups refuse, investors follow half-way, the careless learn only what is published",
                     *         "scenario": {
                     *           "refusal": {
                     *             "who": "leading",
                     *             "share": 0.5,
                     *             "startYears": 0,
                     *             "rampYears": 3
                     *           },
                     *           "investorFrown": 0.5
                     *         },
                     *         "carelessAccess": 0.3,
                     *         "closesOne": false,
                     *         "leadYears": 1,
                     *         "leadGrade": "guess",
                     *         "leadReason": "Pledges need no law; how soon half of a field would keep one, nobody has measured.",
                     *         "leftOut": "Whether half can be won at all, and that norms also fade."
                     *       },
                     *       {
                     *         "id": "cap",
                     *         "kind": "regulation",
                     *         "label": "A cap of 1e27 FLOP on everyone, evaded to twice that and by a third more every year",
                     *         "scenario": {
                     *           "cap": {
                     *             "flop": 1e+27,
                     *             "startYears": 0,
                     *             "covered": "everyone",
                     *             "evasion": 2,
                     *             "evasionGrowth": 0.3
                     *           }
                     *         },
                     *         "carelessAccess": null,
                     *         "closesOne": false,
                     *         "leadYears": 4,
                     *         "leadGrade": "judged",
                     *         "leadReason": "The European Union’s AI Act took from April 2021, when it was proposed, to August 2025, when duties of general-purpose models began; a cap on everyone needs many such laws.",
                     *         "leftOut": "Loopholes beyond evasion that grows at one rate, countries that do not join, and what enforcing costs."
                     *       },
                     *       {
                     *         "id": "closing",
                     *         "kind": "regulation",
                     *         "label": "One of the leading groups is closed, whichever it is",
                     *         "scenario": {},
                     *         "carelessAccess": null,
                     *         "closesOne": true,
                     *         "leadYears": 4,
                     *         "leadGrade": "guess",
                     *         "leadReason": "Taken to need a law as a cap does; no such closing is known.",
                     *         "leftOut": "Appeals, sales of what the group has, and what its example does to the others."
                     *       },
                     *       {
                     *         "id": "small-models",
                     *         "kind": "technology",
                     *         "label": "Small models are good enough to take 30% of spending growth",
                     *         "scenario": {
                     *           "smallModels": {
                     *             "substitution": 0.3,
                     *             "startYears": 0,
                     *             "rampYears": 3
                     *           }
                     *         },
                     *         "carelessAccess": null,
                     *         "closesOne": false,
                     *         "leadYears": 2,
                     *         "leadGrade": "guess",
                     *         "leadReason": "Small models improve every year; when they would be good enough to turn spending, nobody knows.",
                     *         "leftOut": "That what makes small models better makes large ones better too."
                     *       },
                     *       {
                     *         "id": "small-models-rebound",
                     *         "kind": "technology",
                     *         "label": "The same, but demand rebounds: spending grows 15% faster",
                     *         "scenario": {
                     *           "smallModels": {
                     *             "substitution": -0.15,
                     *             "startYears": 0,
                     *             "rampYears": 3
                     *           }
                     *         },
                     *         "carelessAccess": null,
                     *         "closesOne": false,
                     *         "leadYears": 2,
                     *         "leadGrade": "guess",
                     *         "leadReason": "Small models improve every year; when they would be good enough to turn spending, nobody knows.",
                     *         "leftOut": "How much demand rebounds, which depends on prices that the model does not have."
                     *       }
                     *     ]
                     */
                    approaches?: components["schemas"]["ApproachInput"][];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApproachesJob"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApproachesJob"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    simulate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    groups: {
                        id: string;
                        name?: string;
                        computeFlop: number;
                        runCostUsd: number;
                        labourShare: number;
                        openness: number;
                        lnAlgorithms: number;
                        care?: number | null;
                    }[];
                    parameters: {
                        spendGrowth: number;
                        hardwareGrowth: number;
                        durationGrowth: number;
                        durationYears: number;
                        algorithmGrowth: number;
                        returns: number;
                        labourShareOfInput: number;
                        substitution: number;
                        labourGrowth: number;
                        automationSlope: number;
                        lnAutomationFlop: number;
                        abilitySpread: number;
                        abilityCorrelation: number;
                        backfillShare: number;
                        backfillQuality: number;
                        backfillYears: number;
                        transferShare: number;
                        transferYears: number;
                        complementarity: number;
                        catchUp: number;
                        lnSpendCapUsd: number;
                        economyGrowth: number;
                        investorResponse: number;
                        scaleUpLabour: number;
                        speedLimit: number;
                        lnThresholdFlop: number;
                    }[];
                    levers?: components["schemas"]["LeversInput"];
                    /** @default 40 */
                    horizonYears?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationResult"];
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

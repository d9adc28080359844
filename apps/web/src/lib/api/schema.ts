// Made from docs/openapi.json by scripts/make-api-client.ts; not edited by hand.

export interface paths {
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A refusal (RFC 9457) */
        Problem: {
            /** @description urn:frown:error: and the code */
            type: string;
            /** @description What the code means */
            title: string;
            status: number;
            /** @enum {string} */
            code: "input/invalid" | "input/too-large" | "route/not-found" | "operator/required" | "server/failed" | "store/in-use" | "store/newer-schema" | "store/unavailable" | "store/changed" | "register/unknown-group" | "register/unknown-system" | "register/ambiguous-system" | "register/duplicate-claim" | "register/invalid-claim" | "register/too-few-systems" | "import/malformed-file" | "import/unknown-columns" | "import/invalid-row" | "import/unknown-groups" | "import/unconfirmed-renames" | "import/out-of-order";
            /** @description What happened, in a sentence */
            detail: string;
            /** @description Where: a parameter, a row and column */
            place?: string;
            /** @description What would mend it */
            remedy?: string;
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
            kind: "added" | "removed" | "asserted" | "withdrawn" | "revised" | "renamed" | "contested";
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
        Health: {
            asOf: components["schemas"]["AsOf"];
            /** @description Number of the last entry that the answer rests on */
            registerVersion: number;
            /** @constant */
            status: "ok";
            /** @enum {string} */
            store: "embedded" | "server";
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
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
}

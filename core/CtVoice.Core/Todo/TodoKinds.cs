namespace CtVoice.Core.Todo;

/// <summary>
/// Every kind of thing that waits for the coordinator, in the order in which it is shown: danger first, then what nobody could
/// place, then people who wait for a person, then reviews. One table; a test fails on a kind that is not in it.
/// </summary>
public static class TodoKinds
{
    /// <summary>Words that tell of danger to the writer or a named person, now.</summary>
    public const string Acute = "acute";

    /// <summary>Words that may tell of danger: a person looks before other work.</summary>
    public const string Worry = "worry";

    /// <summary>Messages that nobody could place.</summary>
    public const string HoldingPen = "holding-pen";

    /// <summary>A resident asked to be called.</summary>
    public const string Call = "call";

    /// <summary>A resident asked us something.</summary>
    public const string Question = "question";

    /// <summary>A resident did not understand what was asked.</summary>
    public const string NotUnderstood = "not-understood";

    /// <summary>A message came from somebody who is not the member.</summary>
    public const string WrongPerson = "wrong-person";

    /// <summary>A resident wrote about their own case.</summary>
    public const string OwnCase = "own-case";

    /// <summary>A new member waits for the welcome: their consent, or a way to reach them, is not entered.</summary>
    public const string Welcome = "welcome";

    /// <summary>A member was erased, and nobody has written down what others answered who hold copies.</summary>
    public const string AskElsewhere = "ask-elsewhere";

    /// <summary>A review has fewer members than seats.</summary>
    public const string TooFewMembers = "too-few-members";

    /// <summary>Terms of members have ended, or end soon.</summary>
    public const string TermEnds = "term-ends";

    /// <summary>An addressee answered that it needs information first.</summary>
    public const string GiveInformation = "give-information";

    /// <summary>An agency's events do not arrive, and are sent no more.</summary>
    public const string WebhookDisabled = "webhook-disabled";

    /// <summary>Something is asked of an agency, and no mailbox of it takes mail.</summary>
    public const string NoContact = "no-contact";

    /// <summary>A letter of the office that no message may bring.</summary>
    public const string CallLetter = "call-letter";

    /// <summary>An alert was raised in error: no harm came of looking.</summary>
    public const string NotDanger = "not-danger";

    private const string AMatter = "/api/matters/{id}";

    // The six of the alert page; no free text, so that nobody's danger is told anywhere but in their own message.
    private static readonly IReadOnlyList<TodoOutcome> OfDanger =
    [
        new("safe", "I talked with the person. Nobody is in danger now."),
        new("called-911", "I called 911."),
        new("connected", "I connected them to 988 or 2-1-1."),
        new("told-dcf", "I told the DCF Careline."),
        new("nobody-answered", "Nobody answered. The next person should try.", Closes: false),
        new(NotDanger, "I read it: it is not danger."),
    ];

    private static readonly IReadOnlyList<TodoOutcome> OfPerson =
    [
        new("done", "I talked with the person, or wrote back."),
        new("nobody-answered", "Nobody answered. Try again.", Closes: false),
        new("nothing-to-do", "I read it: there is nothing to do."),
    ];

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<TodoKind> All { get; } =
    [
        new(Acute, "Somebody may be in danger now: read it and say what was done", AMatter) { Outcomes = OfDanger },
        new(Worry, "Words that may tell of danger: read them before other work", AMatter) { Outcomes = OfDanger },
        new(HoldingPen, "Place what could not be matched", "/api/holding-pen"),
        new(Call, "Call back a resident who asked for it", AMatter) { Outcomes = OfPerson },
        new(Question, "Answer a resident's question", AMatter) { Outcomes = OfPerson },
        new(NotUnderstood, "Explain a question to a resident who did not understand it", AMatter) { Outcomes = OfPerson },
        new(WrongPerson, "Find out whose number this is now", AMatter) { Outcomes = OfPerson },
        new(OwnCase, "Help a resident who wrote about their own case", AMatter) { Outcomes = OfPerson },
        new(Welcome, "Enter consent and contact of a new member: their first message waits for it", "/api/members/{id}"),
        new("decide-need", "Decide whether residents are asked", "/api/reviews/{id}/assessment"),
        new(TooFewMembers, "Find members, or go on with fewer", "/api/reviews/{id}/panel"),
        new("stopped", "Change what you stopped, or let it go out", "/api/reviews/{id}"),
        new("language-out-of-reach", "Find a way to ask members in a language that we cannot write", "/api/reviews/{id}/panel"),
        new("write-texts", "Write what residents will read", "/api/reviews/{id}/texts"),
        new("post-letters", "Print and post letters to members who take letters", "/api/reviews/{id}/post"),
        new("call-members", "Call members who take calls only", "/api/reviews/{id}/calls"),
        new(CallLetter, "Call members whom a letter of yours may not reach by text", "/api/letters/{id}"),
        new("consent-expedite", "Say whether a shorter time is right", "/api/reviews/{id}"),
        new("carry-over", "Say whether last year's advice still stands", "/api/reviews/{id}"),
        new("release-texts", "Release what residents will read", "/api/reviews/{id}/texts"),
        new("release-words", "Release or withhold the words of replies", "/api/reviews/{id}/replies"),
        new("translate-drafts", "Translate recommendations for members who wait", "/api/reviews/{id}/drafts"),
        new("release-drafts", "Release the recommendations that were written", "/api/reviews/{id}/drafts"),
        new("answer-overdue", "An agency's answer is overdue", "/api/reviews/{id}/report"),
        new("not-delivered", "What an agency promised is not delivered", "/api/reviews/{id}/report"),
        new(GiveInformation, "Tell an agency what it needs to know before it decides", "/api/reviews/{id}/report"),
        new("look-at-evidence", "Look whether the evidence shows what was promised", "/api/reviews/{id}/report"),
        new("translate-answers", "Translate an agency's plain words for members", "/api/reviews/{id}/plain-words"),
        new(AskElsewhere, "Ask others to delete their copies of what an erased member was sent or wrote, and write down what they answered",
            "/api/members/{id}/erasure"),
        new(TermEnds, "Renew a term of a member that has ended or ends soon, or find somebody for the seat", "/api/terms"),
        new(NoContact, "Ask an agency for a mailbox: nobody there is told by mail what is asked of it", "/api/agencies/{id}/contacts"),
        new(WebhookDisabled, "An agency's events do not arrive", "/api/subscriptions"),
    ];

    private static readonly Dictionary<string, int> Places = All.Select((kind, place) => (kind.Name, place))
        .ToDictionary(k => k.Name, k => k.place, StringComparer.Ordinal);

    /// <summary>The kind of that name; null for one of a version to come.</summary>
    public static TodoKind? Find(string name) => Places.TryGetValue(name, out var place) ? All[place] : null;

    /// <summary>Its place in the order; a kind of a version to come stands last.</summary>
    public static int PlaceOf(string name) => Places.GetValueOrDefault(name, All.Count);

    /// <summary>In words for the coordinator; a kind of a version to come by its name, which says enough to look.</summary>
    public static string Spoken(string name) => Find(name)?.Says ?? name;

    /// <summary>Where a thing of that kind is looked at.</summary>
    public static string LinkTo(string name, string id) =>
        (Find(name)?.Link ?? "/api/reviews/{id}").Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal);
}

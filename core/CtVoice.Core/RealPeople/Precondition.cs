namespace CtVoice.Core.RealPeople;

/// <summary>Something that a person must have answered before a message may reach a resident.</summary>
/// <param name="Id">Names it in addresses and rows.</param>
/// <param name="Name">What it is, in a list: "the danger lists are read".</param>
/// <param name="Asks">What exactly is vouched for.</param>
/// <param name="WordsAsked">What the answer says beside name and date; null where that is all.</param>
public sealed record Precondition(string Id, string Name, string Asks, string? WordsAsked = null)
{
    /// <summary>The answer is not one without its words.</summary>
    public bool WordsNeeded { get; init; }

    /// <summary>Who is told of danger; answered by itself while OPM's approval of a list is in force.</summary>
    public const string OnCall = "on-call";

    /// <summary>A whole review ran on phones of staff; answered by itself once one has.</summary>
    public const string Practice = "practice";

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<Precondition> All { get; } =
    [
        new(OnCall, "On-call list", "OPM approved a list of who is told of danger at any hour; or OPM itself says that nobody is on "
            + "call. Residents are then told that nobody reads the number all the time.",
            "OPM’s sentence, such as “Nobody is on call, and we know what that means.”") { WordsNeeded = true },
        new("danger-lists", "Danger lists read", "Somebody from outside the team, who knows how people in trouble write, has read the "
            + "lists of words of danger in English and in Spanish."),
        new("spanish-texts", "Spanish texts read",
            "Somebody who grew up with Spanish has read every fixed text that residents get, and the words of their pages."),
        new("help-person", "Help person and stand-in",
            "The person whose name and number HELP gives agreed to it, and so did whoever stands in for them.",
            "Who it is, and who stands in") { WordsNeeded = true },
        new("counsel-meetings", "Counsel on public meetings",
            "Counsel said whether texting a panel is a public meeting, and what follows from it.", "What counsel said"),
        new("counsel-roster", "Counsel on the roster",
            "Counsel said what of the members’ roster a public-records request would show, and what residents are told of that.",
            "What counsel said"),
        new("counsel-duty-to-report", "Counsel on the duty to report",
            "Counsel said who of those who read residents’ words has a duty to report what they read, and to whom.", "What counsel said"),
        new("retention", "Retention series",
            "The record series that residents’ messages, contact details and the record of a review belong to are named.",
            "The numbers of the series") { WordsNeeded = true },
        new("pay", "Pay of members", "It is decided what members are paid for a question, or that they are not; and who pays it out.",
            "How much, and who pays"),
        new("carrier", "Carrier registration", "The number that texts come from is registered with the carriers, for this use.",
            "The number and its registration"),
        new("address", "State web address", "Links in messages lead to an address of the state’s, which residents can tell from a fraud.",
            "The address"),
        new(Practice, "Practice review done",
            "A whole review, from request to answer, ran on phones of staff. It is answered by itself once one has."),
    ];

    /// <summary>The one of that id; null when there is none.</summary>
    public static Precondition? Find(string id) => All.FirstOrDefault(p => p.Id == id);
}

/// <summary>A person's word on one of them. What they said before stays.</summary>
/// <param name="By">Who vouches for it: a person's name and office.</param>
/// <param name="On">The day on which they did.</param>
/// <param name="Words">What they say beside; null where nothing is.</param>
/// <param name="At">When it was entered here.</param>
/// <param name="KeyId">The access key of whoever entered it; null where it follows from something that is recorded elsewhere.</param>
public sealed record PreconditionAnswer(string By, DateOnly On, string? Words, DateTimeOffset At, string? KeyId);

/// <summary>One of them as it stands.</summary>
/// <param name="What">Which.</param>
/// <param name="Answer">The answer that holds; null while there is none.</param>
public sealed record PreconditionState(Precondition What, PreconditionAnswer? Answer);

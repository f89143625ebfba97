using CtVoice.Core.Board;

namespace CtVoice.Core.Conversations.Dialogues;

/// <summary>Many members who are welcomed by one act; until it leaves it can be stopped.</summary>
public sealed record WelcomeRound
{
    /// <summary>Names it.</summary>
    public required string Id { get; init; }

    /// <summary>Whom it welcomes, in order of id.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>Key id of whoever began it.</summary>
    public required string By { get; init; }

    /// <summary>When they did.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From when on the first messages leave.</summary>
    public required DateTimeOffset LeavesAt { get; init; }

    /// <summary>It has begun to leave: it can be stopped no more.</summary>
    public bool Leaving { get; init; }

    /// <summary>When somebody stopped it; null for most.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Key id of whoever stopped it.</summary>
    public string? StoppedBy { get; init; }

    /// <summary>How far each member is.</summary>
    /// <param name="talks">The welcome of each member; absent where none has begun.</param>
    public IReadOnlyList<Welcomed> Progress(IReadOnlyDictionary<string, Dialogue> talks) =>
        [.. Members.Select(member => Welcomed.Of(member, talks.GetValueOrDefault(member)))];
}

/// <summary>Where the welcome of one member stands.</summary>
public enum WelcomeState
{
    /// <summary>Nothing has left yet.</summary>
    Waits,

    /// <summary>A question is with the member.</summary>
    Asked,

    /// <summary>The member has said all.</summary>
    Done,

    /// <summary>The member did not answer; what was known of them holds.</summary>
    Silent,

    /// <summary>The member wants no messages this way.</summary>
    Refused,

    /// <summary>The member cannot be reached.</summary>
    NotReached,
}

/// <summary>How far the welcome of one member is.</summary>
/// <param name="Member">The member.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Question">Number of the question that is with them; null when none is.</param>
/// <param name="Questions">How many there are; null before it has begun.</param>
public sealed record Welcomed(string Member, WelcomeState State, int? Question, int? Questions)
{
    internal static Welcomed Of(string member, Dialogue? talk) => talk switch
    {
        null => new(member, WelcomeState.Waits, null, null),
        { End: DialogueEnd.Done } => new(member, WelcomeState.Done, null, talk.Steps.Count),
        { End: DialogueEnd.Silent } => new(member, WelcomeState.Silent, null, talk.Steps.Count),
        { End: DialogueEnd.Refused } => new(member, WelcomeState.Refused, null, talk.Steps.Count),
        { End: not null } => new(member, WelcomeState.NotReached, null, talk.Steps.Count),
        { AskedAt: null, Step: 0 } => new(member, WelcomeState.Waits, null, talk.Steps.Count),
        _ => new(member, WelcomeState.Asked, Math.Min(talk.Step, talk.Steps.Count - 1) + 1, talk.Steps.Count),
    };

    /// <summary>Whether a member can be welcomed: they take part, and agreed to texts or mail.</summary>
    public static bool CanBe(Member member) =>
        member is { State: MemberState.Active, Erased: false } && member.UsableChannels.Any(c => c is Channel.Sms or Channel.Email);
}

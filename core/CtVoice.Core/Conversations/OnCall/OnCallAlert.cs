namespace CtVoice.Core.Conversations.OnCall;

/// <summary>
/// An alert as those on call know it: a number, and who was told of it when. It holds ids of matters and of people on call; of
/// the member and the review it holds nothing.
/// </summary>
/// <param name="Number">What it is called in a text message, such as 4821.</param>
/// <param name="At">When it was raised.</param>
public sealed record OnCallAlert(string Number, DateTimeOffset At)
{
    /// <summary>The matters that it leads to: one for each message of danger of the same member while it is open.</summary>
    public IReadOnlyList<string> Matters { get; init; } = [];

    /// <summary>Who was told, in order.</summary>
    public IReadOnlyList<Paged> Pages { get; init; } = [];

    /// <summary>Who has it; null when nobody does, or whoever had it let the hour pass.</summary>
    public TakenBy? Taken { get; init; }

    /// <summary>When everybody had been told as often as they are, or nobody was on duty, and OPM was told.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>When what was done was said; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>Somebody was told of an alert.</summary>
/// <param name="Person">Id of the person on call.</param>
/// <param name="At">When.</param>
public sealed record Paged(string Person, DateTimeOffset At)
{
    /// <summary>Nothing more is waited for: neither text nor mail could be sent, or they said that the next person should try.</summary>
    public bool Over { get; init; }
}

/// <summary>Somebody on call has an alert.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="At">Since when.</param>
public sealed record TakenBy(string Person, DateTimeOffset At);

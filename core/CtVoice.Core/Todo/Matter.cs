namespace CtVoice.Core.Todo;

/// <summary>
/// Something that a person must look at because of one message: danger, a wish to be called, a question to us. It holds ids
/// and codes only: the words stay with the message, and lead back to nobody once that is sealed.
/// </summary>
/// <param name="Id">Names it in mails and logs; says nothing of the message.</param>
/// <param name="Kind">One of <see cref="TodoKinds"/> that hang on a message.</param>
/// <param name="InboundId">The message.</param>
/// <param name="At">When that was received.</param>
public sealed record Matter(string Id, string Kind, string InboundId, DateTimeOffset At)
{
    /// <summary>The review that the message is about; never for danger, which leaves no trace in any review.</summary>
    public string? ReviewId { get; init; }

    /// <summary>Title of that review's project.</summary>
    public string? Title { get; init; }

    /// <summary>What was done last, also an attempt; null when nobody has said anything yet.</summary>
    public MatterDone? Done { get; init; }

    /// <summary>Attempts that reached nobody.</summary>
    public int Attempts { get; init; }

    /// <summary>Somebody closed it.</summary>
    public bool Closed { get; init; }
}

/// <summary>What was done about a matter.</summary>
/// <param name="Code">One of the kind's outcomes.</param>
/// <param name="By">The access key of whoever did it.</param>
/// <param name="At">When they said so.</param>
public sealed record MatterDone(string Code, string By, DateTimeOffset At);

/// <summary>What became of a closing.</summary>
public enum MatterClosing
{
    /// <summary>Stored.</summary>
    Noted,

    /// <summary>There is no such matter.</summary>
    Unknown,

    /// <summary>Its kind has no such outcome.</summary>
    NoSuchOutcome,

    /// <summary>Somebody closed it before.</summary>
    ClosedBefore,
}

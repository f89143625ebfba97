using System.Text.Json.Serialization;

namespace CtVoice.Core.Board.Erasing;

/// <summary>How a member learned what an erase request does. Afterwards nobody knows how to reach them.</summary>
public enum HowTold
{
    /// <summary>Face to face.</summary>
    InPerson,

    /// <summary>On the phone.</summary>
    ByPhone,

    /// <summary>In a letter or message that a person wrote.</summary>
    InWriting,

    /// <summary>They could not be told: they had cut every way before.</summary>
    NotReached,
}

/// <summary>An erase request and what became of it. The id stays, so that nobody is ever taken for somebody else.</summary>
/// <param name="MemberId">Who asked.</param>
/// <param name="Reference">What the member was given to ask by later; says nothing about them.</param>
/// <param name="At">When it was recorded: contact stopped then.</param>
/// <param name="By">Key id of the coordinator.</param>
/// <param name="Told">How the member was told what happens.</param>
/// <param name="DoneAt">When contact data were gone and every text was sealed; null while that goes on.</param>
/// <param name="Authority">The disposal approval (RC-108) that texts and salts were destroyed under; null before.</param>
/// <param name="DisposedAt">When they were destroyed.</param>
public sealed record Erasure(
    string MemberId, string Reference, DateTimeOffset At, string By, HowTold Told, DateTimeOffset? DoneAt = null,
    string? Authority = null, DateTimeOffset? DisposedAt = null)
{
    /// <summary>Every hold that was set since, those that were lifted included;
    /// whoever decides to destroy messages has seen them.</summary>
    public IReadOnlyList<string> Holds { get; init; } = [];

    /// <summary>What the phone company, the mail service, backups and logs were asked to delete, when, and what they answered: the newest
    /// words of the office. Null while nobody has written it down.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>Everything that was written down of copies elsewhere, oldest first; none of what was written with a disposal.</summary>
    public IReadOnlyList<AnswerElsewhere> Answers { get; init; } = [];

    /// <summary>The office goes on asking: nobody has written down that everybody answered.</summary>
    [JsonIgnore]
    public bool AsksElsewhere => !Answers.Any(a => a.Settled) && (Elsewhere is null || Answers.Count > 0);
}

/// <summary>What was asked of others who hold copies, and what they answered.</summary>
/// <param name="Id">Its id: the ledger of each review names it.</param>
/// <param name="At">When it was written down.</param>
/// <param name="By">Key id of whoever did.</param>
/// <param name="Says">In words of the office.</param>
/// <param name="Settled">Everybody who was asked has answered; the office is reminded no more.</param>
public sealed record AnswerElsewhere(string Id, DateTimeOffset At, string By, string Says, bool Settled);

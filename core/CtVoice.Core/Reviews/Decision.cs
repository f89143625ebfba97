using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>
/// What a decision changes: the new state, what the ledger says of it, the texts it stores and what follows elsewhere. All
/// of it is committed in one batch. A decision without a ledger entry does not exist.
/// </summary>
/// <param name="At">The instant it was taken.</param>
/// <param name="State">The state from then on.</param>
/// <param name="Ledger">One entry or more.</param>
public sealed record Decision(DateTimeOffset At, Review State, params IReadOnlyList<LedgerDraft> Ledger)
{
    private static readonly Effect Refresh = new Effect.RefreshLists();

    /// <summary>Texts stored with it.</summary>
    public IReadOnlyList<Content> Contents { get; init; } = [];

    /// <summary>Keys of stored texts that nobody can read any more, an auditor with a reason aside.</summary>
    public IReadOnlyList<string> Seals { get; init; } = [];

    /// <summary>Keys of stored texts that are removed, with their salts.</summary>
    public IReadOnlyList<string> Destroys { get; init; } = [];

    /// <summary>What follows in other partitions, the lists aside.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>All that is stored with it and applied afterwards: the lists follow every decision without being named.</summary>
    public IReadOnlyList<Effect> Following() => [.. Effects, Refresh];
}

/// <summary>A text to store beside the state, under a salt of its own.</summary>
/// <param name="Key">Row key after <c>content|</c>.</param>
/// <param name="Text">The text.</param>
public sealed record Content(string Key, string Text);

/// <summary>The result of deciding: an answer for the caller, and the change, if any.</summary>
/// <param name="Result">What the caller learns.</param>
/// <param name="Change">What is to be stored; null when there is nothing to do.</param>
public sealed record Decided<T>(T Result, Decision? Change = null)
{
    /// <summary>The review as the decision left it; null until it was stored.</summary>
    public Review? After { get; init; }
}

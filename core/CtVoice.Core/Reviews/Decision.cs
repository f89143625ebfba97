using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>
/// What a decision changes: the new state, what the ledger says of it, the texts it stores and what follows elsewhere. All
/// of it is committed in one batch. A decision without a ledger entry does not exist.
/// </summary>
public sealed record Decision(Review State, IReadOnlyList<LedgerDraft> Ledger, IReadOnlyList<Content> Contents, IReadOnlyList<Effect> Effects)
{
    /// <summary>A decision that the lists must show.</summary>
    public static Decision Of(Review state, LedgerDraft entry, params IReadOnlyList<Effect> effects) =>
        new(state, [entry], [], [.. effects, new Effect.RefreshLists()]);
}

/// <summary>A text to store beside the state, under a salt of its own.</summary>
/// <param name="Key">Row key after <c>content|</c>.</param>
/// <param name="Text">The text.</param>
public sealed record Content(string Key, string Text);

/// <summary>The result of deciding: an answer for the caller, and the change, if any.</summary>
/// <param name="Result">What the caller learns.</param>
/// <param name="Change">What is to be stored; null when there is nothing to do.</param>
public sealed record Decided<T>(T Result, Decision? Change = null);

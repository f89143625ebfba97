namespace CtVoice.Core.Todo;

/// <summary>One kind of thing that waits for the coordinator.</summary>
/// <param name="Name">As it is stored and sent, such as <c>write-texts</c>.</param>
/// <param name="Says">What is to be done, in plain words.</param>
/// <param name="Link">Where it is looked at; <c>{id}</c> stands for the id of the matter, of the review, or of the subscription.</param>
public sealed record TodoKind(string Name, string Says, string Link)
{
    /// <summary>What may be said of it when it is done; empty for what is done elsewhere and then goes by itself.</summary>
    public IReadOnlyList<TodoOutcome> Outcomes { get; init; } = [];

    /// <summary>It hangs on a message and not on a review: see <see cref="Matters"/>.</summary>
    public bool OfMessage => Outcomes.Count > 0;
}

/// <summary>What was done about a matter: a code, never words, so that no list or export carries anybody's story.</summary>
/// <param name="Code">As it is stored and sent.</param>
/// <param name="Says">In plain words.</param>
/// <param name="Closes">False for an attempt: the matter stays open for whoever tries next.</param>
public sealed record TodoOutcome(string Code, string Says, bool Closes = true);

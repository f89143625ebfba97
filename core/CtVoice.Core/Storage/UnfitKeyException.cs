namespace CtVoice.Core.Storage;

/// <summary>
/// A key that no row can have. A fault of ours, unless the part of it that does not fit is what a caller asked for: then there is no such
/// thing, and whoever knows what was asked can tell by <see cref="IsFor"/>.
/// </summary>
public sealed class UnfitKeyException : ArgumentException
{
    // As long as this no id of ours is; what stands before an id in a key is shorter than the rest.
    private const int Long = TableLimits.KeyCharacters / 2;

    private readonly string key;

    internal UnfitKeyException(string key, string message) : base(message) => this.key = key;

    /// <summary>Whether the key does not fit because of that text: it is part of the key, and no key can hold it.</summary>
    public bool IsFor(string asked) => asked.Length > 0 && (asked.Length >= Long || !asked.All(TableLimits.IsAllowed))
        && key.Contains(asked, StringComparison.OrdinalIgnoreCase);
}

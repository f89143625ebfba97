using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CtVoice.Core.Storage;

/// <summary>
/// The properties of a row in the order in which they were given, each name once. Immutable. A row has about a dozen:
/// looking through them costs less than hashing them, and a changed copy is one copied array.
/// </summary>
internal sealed class RowProperties(KeyValuePair<string, object>[] held) : IReadOnlyDictionary<string, object>
{
    internal static RowProperties None { get; } = new([]);

    /// <summary>Compares two properties by name and value.</summary>
    internal static IEqualityComparer<KeyValuePair<string, object>> Same { get; } = EqualityComparer<KeyValuePair<string, object>>.Create(
        (one, other) => string.Equals(one.Key, other.Key, StringComparison.Ordinal) && one.Value.Equals(other.Value));

    public int Count => held.Length;

    public IEnumerable<string> Keys => held.Select(p => p.Key);

    public IEnumerable<object> Values => held.Select(p => p.Value);

    public object this[string key] => TryGetValue(key, out var value)
        ? value
        : throw new KeyNotFoundException($"The row has no property '{key}'.");

    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value)
    {
        var at = IndexOf(key);
        value = at < 0 ? null : held[at].Value;
        return at >= 0;
    }

    /// <summary>The same with one property added or replaced; null removes it.</summary>
    internal RowProperties With(string name, object? value)
    {
        var at = IndexOf(name);
        if (value is null)
            return at < 0 ? this : new([.. held.AsSpan(0, at), .. held.AsSpan(at + 1)]);
        if (at < 0)
            return new([.. held, new(name, value)]);
        var changed = held.AsSpan().ToArray();
        changed[at] = new(name, value);
        return new(changed);
    }

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => held.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string name)
    {
        for (var i = 0; i < held.Length; i++)
        {
            if (string.Equals(held[i].Key, name, StringComparison.Ordinal))
                return i;
        }
        return -1;
    }
}

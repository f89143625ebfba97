namespace CtVoice.Language.Mime;

/// <summary>One header field, unfolded and decoded.</summary>
public sealed record MimeHeader(string Name, string Value);

/// <summary>The header fields of a mail or of one of its parts, in order. Names compare without case (RFC 5322 section 1.2.2).</summary>
public sealed class MimeHeaders(IReadOnlyList<MimeHeader> fields)
{
    /// <summary>No fields at all, as of a bare text.</summary>
    public static MimeHeaders None { get; } = new([]);

    /// <summary>All fields, in order.</summary>
    public IReadOnlyList<MimeHeader> Fields { get; } = fields;

    /// <summary>The first field of that name, or null.</summary>
    public string? this[string name]
    {
        get
        {
            for (var i = 0; i < Fields.Count; i++)
            {
                if (Fields[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return Fields[i].Value;
            }

            return null;
        }
    }

    /// <summary>Whether there is a field of that name.</summary>
    public bool Has(string name) => this[name] is not null;

    /// <summary>The bare address of a field such as From, lower case, or null.</summary>
    public string? Address(string name)
    {
        if (this[name] is not { } value)
            return null;
        var open = value.LastIndexOf('<');
        var close = value.IndexOf('>', open + 1);
        var address = open >= 0 && close > open
            ? value[(open + 1)..close]
            : value.Split(' ', ',', ';').FirstOrDefault(word => word.Contains('@', StringComparison.Ordinal));
        return string.IsNullOrWhiteSpace(address) ? null : address.Trim().ToLowerInvariant();
    }
}

namespace CtVoice.Core.Storage;

/// <summary>
/// One row of a table: a partition key, a row key and named properties, in the shape of Azure Table Storage.
/// Property values are <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>,
/// <see cref="double"/>, <see cref="DateTimeOffset"/> (UTC) or a byte array.
/// </summary>
/// <param name="Partition">Partition key: 1 to 512 printable ASCII characters, none of <c>/ \ # ?</c>.</param>
/// <param name="Key">Row key: same rules as the partition key; rows are ordered by it, ordinally.</param>
public sealed record TableRow(string Partition, string Key)
{
    private readonly Dictionary<string, object> properties = new(StringComparer.Ordinal);

    /// <summary>Version of the row as read; null on a row that was never stored.</summary>
    public string? ETag { get; init; }

    /// <summary>The properties by name.</summary>
    public IReadOnlyDictionary<string, object> Properties => properties;

    /// <summary>A row with one more property; a null value leaves the property out.</summary>
    public TableRow With(string name, object? value)
    {
        var copy = new TableRow(Partition, Key) { ETag = ETag };
        foreach (var (existing, held) in properties)
            copy.properties[existing] = held;
        if (value is null)
            copy.properties.Remove(name);
        else
            copy.properties[name] = value;
        return copy;
    }

    /// <summary>Builds a row from stored properties.</summary>
    public static TableRow Of(string partition, string key, string? etag, IEnumerable<KeyValuePair<string, object>> stored)
    {
        var row = new TableRow(partition, key) { ETag = etag };
        foreach (var (name, value) in stored)
            row.properties[name] = value;
        return row;
    }

    /// <summary>The text property <paramref name="name"/>, or null when the row has none.</summary>
    public string? Text(string name) => properties.TryGetValue(name, out var value) ? (string)value : null;

    /// <summary>The whole-number property <paramref name="name"/>, or null when the row has none.</summary>
    public long? Number(string name) => properties.TryGetValue(name, out var value)
        ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)
        : null;

    /// <summary>The instant in property <paramref name="name"/>, or null when the row has none.</summary>
    public DateTimeOffset? Instant(string name) => properties.TryGetValue(name, out var value) ? (DateTimeOffset)value : null;

    /// <summary>The yes-or-no property <paramref name="name"/>; false when the row has none.</summary>
    public bool Flag(string name) => properties.TryGetValue(name, out var value) && (bool)value;
}

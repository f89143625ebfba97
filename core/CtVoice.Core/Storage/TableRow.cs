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
    private RowProperties properties = RowProperties.None;

    /// <summary>Version of the row as read; null on a row that was never stored.</summary>
    public string? ETag { get; init; }

    /// <summary>The properties by name.</summary>
    public IReadOnlyDictionary<string, object> Properties => properties;

    /// <summary>A row with one more property; a null value leaves the property out.</summary>
    public TableRow With(string name, object? value) => new(Partition, Key) { ETag = ETag, properties = properties.With(name, value) };

    /// <summary>A new row with these properties, each of its own name; a null value leaves the property out.</summary>
    public static TableRow Holding(string partition, string key, params ReadOnlySpan<(string Name, object? Value)> given)
    {
        var held = new List<KeyValuePair<string, object>>(given.Length);
        foreach (var (name, value) in given)
        {
            if (value is not null)
                held.Add(new(name, value));
        }
        return new(partition, key) { properties = new([.. held]) };
    }

    /// <summary>Builds a row from stored properties, each of its own name.</summary>
    public static TableRow Of(string partition, string key, string? etag, IEnumerable<KeyValuePair<string, object>> stored) =>
        new(partition, key) { ETag = etag, properties = new([.. stored]) };

    /// <summary>Whether both rows have the same properties, in the same order; their versions may differ.</summary>
    internal bool HoldsTheSameAs(TableRow other) => properties.SequenceEqual(other.properties, RowProperties.Same);

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

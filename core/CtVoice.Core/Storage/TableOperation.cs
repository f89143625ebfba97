namespace CtVoice.Core.Storage;

/// <summary>One write of a batch. All writes of a batch are in one partition and name different rows.</summary>
public abstract record TableOperation
{
    private TableOperation() { }

    /// <summary>Key of the row that is written.</summary>
    public abstract string Key { get; }

    /// <summary>The row that it leaves behind; null where it removes one.</summary>
    public virtual TableRow? Leaves => null;

    /// <summary>Why it cannot be applied where the row is of version <paramref name="held"/>, or is not there (null);
    /// null when it can.</summary>
    public abstract BatchRefusal? Refuses(string? held);

    /// <summary>Adds a row; refused with <see cref="BatchRefusal.Exists"/> when the key is taken.</summary>
    public sealed record Insert(TableRow Row) : TableOperation
    {
        public override string Key => Row.Key;

        public override TableRow Leaves => Row;

        public override BatchRefusal? Refuses(string? held) => held is null ? null : BatchRefusal.Exists;
    }

    /// <summary>
    /// Replaces a whole row if it is still the version in <see cref="TableRow.ETag"/>; refused with
    /// <see cref="BatchRefusal.Changed"/> when it is another version, <see cref="BatchRefusal.Missing"/> when it is gone.
    /// </summary>
    public sealed record Replace(TableRow Row) : TableOperation
    {
        public override string Key => Row.Key;

        public override TableRow Leaves => Row;

        public override BatchRefusal? Refuses(string? held) => Unless(held, Row.ETag);
    }

    /// <summary>Adds the row or replaces whatever is there.</summary>
    public sealed record Upsert(TableRow Row) : TableOperation
    {
        public override string Key => Row.Key;

        public override TableRow Leaves => Row;

        public override BatchRefusal? Refuses(string? held) => null;
    }

    /// <summary>
    /// Removes a row. With an <paramref name="ETag"/> only if it is still that version (<see cref="BatchRefusal.Changed"/>
    /// otherwise). A row that is not there refuses the batch with <see cref="BatchRefusal.Missing"/>.
    /// </summary>
    public sealed record Delete(string RowKey, string? ETag = null) : TableOperation
    {
        public override string Key => RowKey;

        public override BatchRefusal? Refuses(string? held) => Unless(held, ETag ?? held);
    }

    private static BatchRefusal? Unless(string? held, string? expected) =>
        held is null ? BatchRefusal.Missing : held == expected ? null : BatchRefusal.Changed;
}

/// <summary>Why a batch was refused. Nothing of a refused batch is stored.</summary>
public enum BatchRefusal
{
    /// <summary>A row to insert exists.</summary>
    Exists,

    /// <summary>A row to replace or delete is not there.</summary>
    Missing,

    /// <summary>A row to replace or delete is not the version that was read.</summary>
    Changed,
}

/// <summary>What became of a batch: committed as a whole, or refused as a whole.</summary>
/// <param name="Refusal">Null when committed.</param>
/// <param name="RefusedKey">Row key of the operation that caused the refusal.</param>
public readonly record struct BatchResult(BatchRefusal? Refusal, string? RefusedKey)
{
    /// <summary>
    /// Versions of the rows as the batch left them, in the order of its operations, null for one that it removed. Null as a whole where
    /// the storage did not tell, so that whoever goes on with a row must read it.
    /// </summary>
    public IReadOnlyList<string?>? Versions { get; init; }

    /// <summary>The outcome of a batch that was stored.</summary>
    public static BatchResult Stored => default;

    /// <summary>True when every operation of the batch is durable.</summary>
    public bool Committed => Refusal is null;
}

using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Projects.Inventory;
using CtVoice.Core.Projects.Sharing;
using CtVoice.Core.Representation;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Projects;

/// <summary>What became of an import.</summary>
/// <param name="Edition">The file that is current now; null when it was refused.</param>
/// <param name="Faults">Why it was refused; empty when it was not.</param>
/// <param name="Changed">False when it was current before.</param>
public sealed record ReferenceImport(Edition? Edition, IReadOnlyList<Fault> Faults, bool Changed = false);

/// <summary>
/// Keeps the versions of the data files. An import writes the version as a row of its own and then moves the pointer of
/// its kind, so that readers see the old file or the new one. What was never imported is what ships with the software.
/// Reviews keep the figures they were assessed with. Thread-safe.
/// </summary>
public sealed class ReferenceStore(ITable records)
{
    private const string Partition = "reference";
    private const string PointerPrefix = "current|";

    private static readonly ImmutableArray<(string Id, ReferenceKind Kind)> Kinds =
    [
        ("overrepresentation", ReferenceKind.Policy),
        ("baselines", ReferenceKind.Baselines),
        ("rel", ReferenceKind.Rel),
        ("source-profiles", ReferenceKind.Profiles),
        (DppeiaSchema.FileId, ReferenceKind.Dppeia),
        (AssetInventory.FileId, ReferenceKind.Inventory),
        (GoverningBoardMeetings.FileId, ReferenceKind.Meetings),
        (Ai.AiInventory.FileId, ReferenceKind.AiInventory),
        (InitiativeList.FileId, ReferenceKind.Initiatives),
    ];

    // Of an inventory; the length of the file is the limit that counts.
    private const int MostItems = 10_000;

    private volatile Held? held;

    /// <summary>The files that count now; read again when a pointer moved.</summary>
    public async Task<ReferenceData> CurrentAsync(CancellationToken cancellationToken = default)
    {
        var page = await records.QueryAsync(TableQuery.StartingWith(Partition, PointerPrefix), cancellationToken);
        var pointers =
            page.Rows.ToImmutableSortedDictionary(r => r.Key[PointerPrefix.Length..], r => r.Text("version")!, StringComparer.Ordinal);
        if (held is { } known && known.Pointers.SequenceEqual(pointers))
            return known.Data;
        var data = ReferenceData.Shipped;
        foreach (var (kind, version) in pointers)
        {
            var text = await TextAsync(Enum.Parse<ReferenceKind>(kind), version, cancellationToken)
                ?? throw new InvalidOperationException($"The current {kind} '{version}' is not stored.");
            var (next, _, faults) = Put(data, Enum.Parse<ReferenceKind>(kind), Encoding.UTF8.GetBytes(text));
            data = next ?? throw new InvalidOperationException($"The current {kind} '{version}' cannot be read: {faults[0].Message}");
        }
        held = new(pointers, data);
        return data;
    }

    /// <summary>Checks a file and says what it would change; stores nothing.</summary>
    /// <param name="kind">Which file it would replace.</param>
    /// <param name="utf8">Its text.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The file as read, or why it would be refused.</returns>
    public async Task<(DataFile? File, IReadOnlyList<Fault> Faults)> LookAsync(ReferenceKind kind, ReadOnlyMemory<byte> utf8,
        CancellationToken cancellationToken = default)
    {
        var (after, _, faults) = PutNew(await CurrentAsync(cancellationToken), kind, utf8);
        return (after is null ? null : FileOf(after, kind), faults);
    }

    /// <summary>Reads, checks and stores a file, and makes it the current one of its kind.</summary>
    /// <param name="kind">Which file it replaces.</param>
    /// <param name="utf8">Its text, as <c>Data/*.json</c>.</param>
    /// <param name="now">The instant to record.</param>
    /// <param name="cancellationToken">Stops before the pointer is moved.</param>
    public async Task<ReferenceImport> ImportAsync(ReferenceKind kind, ReadOnlyMemory<byte> utf8, DateTimeOffset now,
        CancellationToken cancellationToken = default)
    {
        var before = await CurrentAsync(cancellationToken);
        var (after, edition, faults) = PutNew(before, kind, utf8);
        if (after is null)
            return new(null, faults);
        var text = Text(FileOf(after, kind));
        if (edition!.Version.Length is 0 or > 100 || edition.Version.Any(c => c is < '!' or > '~' or '|'))
            return new(null, [new("/version", "A version has at most 100 plain characters, without blanks.")]);
        if (text.Length > LongText.RowCharacters)
            return new(null, [new("", $"A file has at most {LongText.RowCharacters} characters.")]);
        var shipped = FileOf(ReferenceData.Shipped, kind);
        var stored = await TextAsync(kind, edition.Version, cancellationToken);
        if ((stored ?? (shipped.Version == edition.Version ? Text(shipped) : text)) != text)
            return new(null, [new("/version", $"The version {edition.Version} has another content; give this one a version of its own.")]);
        if (stored is null)
            _ = await records.SubmitAsync(Partition,
                [new TableOperation.Upsert(new TableRow(Partition, VersionKey(kind, edition.Version)).With("at", now).WithText(text))],
                cancellationToken);
        var pointer = new TableRow(Partition, PointerPrefix + kind).With("version", edition.Version).With("at", now);
        var changed = (await records.GetAsync(Partition, pointer.Key, cancellationToken))?.Text("version") != edition.Version;
        if (changed)
            _ = await records.SubmitAsync(Partition, [new TableOperation.Upsert(pointer)], cancellationToken);
        return new(edition, [], changed);
    }

    /// <summary>The file of a kind.</summary>
    public static DataFile FileOf(ReferenceData data, ReferenceKind kind) => kind switch
    {
        ReferenceKind.Policy => data.Policy,
        ReferenceKind.Baselines => data.Baselines,
        ReferenceKind.Rel => data.Codes,
        ReferenceKind.Profiles => data.Profiles,
        ReferenceKind.Dppeia => data.Intake.Dppeia,
        ReferenceKind.Inventory => data.Intake.Inventory,
        ReferenceKind.Meetings => data.Meetings,
        ReferenceKind.AiInventory => data.Intake.AiSystems,
        ReferenceKind.Initiatives => data.Initiatives,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a data file."),
    };

    /// <summary>Which kind a file is, by the name it gives itself; null when it gives none that is known.</summary>
    public static ReferenceKind? KindOf(string? id) => Kinds.FirstOrDefault(k => k.Id == id) is { Id: not null } known ? known.Kind : null;

    /// <summary>The names that files give themselves.</summary>
    public static IReadOnlyList<string> FileIds { get; } = [.. Kinds.Select(k => k.Id)];

    // What a file that comes in must fit beside what is held, and one that is held need not.
    private static (ReferenceData? Data, Edition? Edition, IReadOnlyList<Fault> Faults) PutNew(ReferenceData data, ReferenceKind kind,
        ReadOnlyMemory<byte> utf8)
    {
        var put = Put(data, kind, utf8);
        return kind == ReferenceKind.Initiatives && put.Data is { } after && after.Initiatives.Unknown(after) is { Count: > 0 } unknown
            ? (null, null, unknown) : put;
    }

    private static (ReferenceData? Data, Edition? Edition, IReadOnlyList<Fault> Faults) Put(ReferenceData data, ReferenceKind kind,
        ReadOnlyMemory<byte> utf8) => kind switch
        {
            ReferenceKind.Policy => Put<OverrepresentationPolicy>(kind, utf8, file => data with { Policy = file }),
            ReferenceKind.Baselines => Put<BaselineSet>(kind, utf8, file => data with { Baselines = file }),
            ReferenceKind.Rel => Put<RelCodes>(kind, utf8, file => data with { Codes = file }),
            ReferenceKind.Profiles => Put<SourceProfiles>(kind, utf8, file => data with { Profiles = file }),
            ReferenceKind.Dppeia => Put<DppeiaSchema>(kind, utf8, file => data with { Intake = data.Intake with { Dppeia = file } }),
            ReferenceKind.Inventory =>
                Put<AssetInventory>(kind, utf8, file => data with { Intake = data.Intake with { Inventory = file } }),
            ReferenceKind.Meetings => Put<GoverningBoardMeetings>(kind, utf8, file => data with { Meetings = file }),
            ReferenceKind.AiInventory =>
                Put<Ai.AiInventory>(kind, utf8, file => data with { Intake = data.Intake with { AiSystems = file } }),
            ReferenceKind.Initiatives => Put<InitiativeList>(kind, utf8, file => data with { Initiatives = file }),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a data file."),
        };

    private static (ReferenceData?, Edition?, IReadOnlyList<Fault>) Put<T>(ReferenceKind kind, ReadOnlyMemory<byte> utf8,
        Func<T, ReferenceData> put)
        where T : DataFile
    {
        var shape = StrictJson.FaultsOf(utf8, typeof(T), MostItems);
        if (shape.Count > 0)
            return (null, null, shape);
        var read = DataFiles.Read<T>(Encoding.UTF8.GetString(utf8.Span).TrimStart('\uFEFF'));
        if (!read.IsGood)
            return (null, null, read.Faults);
        if (KindOf(read.File.Id) != kind)
            return (null, null, [new("/id", $"This file calls itself '{read.File.Id}', which is not the one to be replaced.")]);
        var data = put(read.File);
        return data.Codes.Find(data.Policy.Reference) is null
            ? (null, null,
                [new(kind == ReferenceKind.Policy ? "/reference" : "/codes",
                    $"The policy's reference population {data.Policy.Reference} must be one of the codes.")])
            : (data, read.File.Edition(), []);
    }

    private static string Text(DataFile file) => JsonSerializer.Serialize<object>(file, WorkflowJson.Options);

    private async Task<string?> TextAsync(ReferenceKind kind, string version, CancellationToken cancellationToken) =>
        (await records.GetAsync(Partition, VersionKey(kind, version), cancellationToken))?.LongTextOrNull();

    // The version may hold characters that keys may not.
    private static string VersionKey(ReferenceKind kind, string version) =>
        $"version|{kind}|{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(version))}";

    private sealed record Held(ImmutableSortedDictionary<string, string> Pointers, ReferenceData Data);
}

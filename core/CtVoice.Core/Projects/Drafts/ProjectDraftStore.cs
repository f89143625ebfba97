using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Projects.Drafts;

/// <summary>The drafts of projects: a partition for each agency, a row for each draft. Thread-safe.</summary>
public sealed class ProjectDraftStore(TableSet tables)
{
    /// <summary>Drafts that an agency has at the most.</summary>
    public const int PerAgency = 50;

    /// <summary>The drafts of an agency, the one that was saved last first.</summary>
    public async Task<IReadOnlyList<ProjectDraft>> AllAsync(string agency, CancellationToken cancellationToken = default) =>
        [.. (await tables.Records.QueryAsync(new(Partition(agency)), cancellationToken)).Rows.Select(row => Read(row, agency))
            .OrderByDescending(d => d.SavedAt)];

    /// <summary>The draft of that id and agency; null when there is none.</summary>
    public async Task<ProjectDraft?> GetAsync(string agency, string id, CancellationToken cancellationToken = default) =>
        ProjectDraft.IsId(id) && await tables.Records.GetAsync(Partition(agency), id, cancellationToken) is { } row
            ? Read(row, agency)
            : null;

    /// <summary>Whether a project fits the row of a draft; what is submitted is always shorter.</summary>
    public static bool Fits(ProjectRequest project) => Text(project).Length <= LongText.RowCharacters;

    /// <summary>Stores a new draft.</summary>
    public async Task AddAsync(ProjectDraft draft, CancellationToken cancellationToken = default) =>
        _ = await tables.Records.SubmitAsync(Partition(draft.Agency), [new TableOperation.Insert(RowOf(draft))], cancellationToken);

    /// <summary>Replaces the version before by this one; false when somebody else saved it meanwhile, or it is gone.</summary>
    public async Task<bool> SaveAsync(ProjectDraft draft, CancellationToken cancellationToken = default) =>
        await tables.Records.GetAsync(Partition(draft.Agency), draft.Id, cancellationToken) is { } held
        && held.Number("version") == draft.Version - 1
        && (await tables.Records.SubmitAsync(Partition(draft.Agency), [new TableOperation.Replace(RowOf(draft) with { ETag = held.ETag })],
            cancellationToken)).Committed;

    /// <summary>Removes a draft; false when there is none.</summary>
    public async Task<bool> RemoveAsync(string agency, string id, CancellationToken cancellationToken = default) =>
        (await tables.Records.SubmitAsync(Partition(agency), [new TableOperation.Delete(id)], cancellationToken)).Committed;

    private static string Partition(string agency) => $"project-drafts|{agency}";

    private static string Text(ProjectRequest project) => JsonSerializer.Serialize(project, WorkflowJson.Options);

    private static TableRow RowOf(ProjectDraft draft) => new TableRow(Partition(draft.Agency), draft.Id)
        .With("version", draft.Version).With("savedAt", draft.SavedAt).With("savedBy", draft.SavedBy).WithText(Text(draft.Project));

    private static ProjectDraft Read(TableRow row, string agency) => new(
        row.Key, agency, JsonSerializer.Deserialize<ProjectRequest>(row.LongTextOrNull()!, WorkflowJson.Options)!,
        (int)row.Number("version")!.Value, row.Instant("savedAt")!.Value, row.Text("savedBy")!);
}

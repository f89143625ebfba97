using CtVoice.Web;
using CtVoice.Web.Desk;

namespace CtVoice.Local.Host;

/// <summary>The keys that the first start laid down for a newcomer, behind buttons:
/// on this machine whoever reads them may use them.</summary>
internal sealed class NewcomersKeys(LocalOptions options) : ITrialPeople
{
    public IReadOnlyList<TrialPerson> Everybody { get; } =
    [
        new("coordinator", "The board’s coordinator"),
        .. FirstStart.Agencies.Select(agency => new TrialPerson(agency, $"{Short(ReviewWords.Agency(agency))}, {agency}")),
        new("auditor", "The auditor"),
    ];

    public async Task<string?> KeyOfAsync(string name, CancellationToken cancellationToken) =>
        Everybody.Any(p => p.Name == name) && FirstStart.KeyPath(options.Data, name) is var path && File.Exists(path)
            ? (await File.ReadAllTextAsync(path, cancellationToken)).Trim()
            : null;

    // As people say it: a newcomer knows no codes, and the list is narrow.
    private static string Short(string agency) =>
        agency.Replace("Department of ", "", StringComparison.Ordinal).Replace("Connecticut ", "", StringComparison.Ordinal);
}

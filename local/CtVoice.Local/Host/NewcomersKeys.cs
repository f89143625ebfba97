using CtVoice.Web;

namespace CtVoice.Local.Host;

/// <summary>The keys that the first start laid down for a newcomer, behind buttons: on this machine whoever reads them may use them.</summary>
internal sealed class NewcomersKeys(LocalOptions options) : ITrialPeople
{
    public IReadOnlyList<TrialPerson> Everybody { get; } =
    [
        new("coordinator", "The board’s coordinator"),
        .. FirstStart.Agencies.Select(agency => new TrialPerson(agency, $"Staff of {agency}")),
        new("auditor", "The auditor"),
    ];

    public async Task<string?> KeyOfAsync(string name, CancellationToken cancellationToken) =>
        Everybody.Any(p => p.Name == name) && FirstStart.KeyPath(options.Data, name) is var path && File.Exists(path)
            ? (await File.ReadAllTextAsync(path, cancellationToken)).Trim()
            : null;
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CtVoice.Core.Storage;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web;

/// <summary>
/// What people and applications that the platform signed in may do, as rows that the coordinator edits: (tenant, object or
/// group) to role and agency. Used only where the host says that the platform authenticates: it takes the header away from
/// callers who are not signed in, which nobody else does. Thread-safe.
/// </summary>
/// <param name="records">The records table; the mappings live in its partition <c>principals</c>.</param>
/// <param name="options">Says whether the platform authenticates.</param>
public sealed class PlatformPrincipals(ITable records, WebOptions options)
{
    /// <summary>The header in which App Service authentication says who signed in.</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const string Partition = "principals";
    private const string KeyIdPrefix = "p-";

    // A person is in few groups that are mapped; the platform lists at most 200.
    private const int GroupsAtMost = 200;

    /// <summary>Every mapping, in order of tenant and id.</summary>
    public async Task<ListedRows<MappedPrincipal>> ListAsync(CancellationToken cancellationToken = default)
    {
        var rows = new List<TableRow>();
        var query = new TableQuery(Partition);
        do
        {
            var page = await records.QueryAsync(query, cancellationToken);
            rows.AddRange(page.Rows);
            query = query with { Continuation = page.Continuation };
        }
        while (query.Continuation is not null);
        return ListedRows.Read(rows, Read);
    }

    /// <summary>The mapping of an object or group, or null.</summary>
    public async Task<MappedPrincipal?> GetAsync(Guid tenant, Guid id, CancellationToken cancellationToken = default) =>
        await records.GetAsync(Partition, Key(tenant, id), cancellationToken) is { } row ? Read(row) : null;

    /// <summary>Adds or replaces a mapping.</summary>
    public async Task PutAsync(MappedPrincipal mapped, CancellationToken cancellationToken = default) =>
        await records.SubmitAsync(Partition, [new TableOperation.Upsert(new TableRow(Partition, Key(mapped.Tenant, mapped.Id))
            .With("tenant", mapped.Tenant.ToString()).With("id", mapped.Id.ToString()).With("label", mapped.Label)
            .With("role", mapped.Role.ToString()).With("agency", mapped.Agency).With("by", mapped.By))], cancellationToken);

    /// <summary>Removes a mapping; false when there is none.</summary>
    public async Task<bool> RemoveAsync(Guid tenant, Guid id, CancellationToken cancellationToken = default) =>
        (await records.SubmitAsync(Partition, [new TableOperation.Delete(Key(tenant, id))], cancellationToken)).Committed;

    /// <summary>True when the platform says who calls.</summary>
    public bool Signed(HttpRequest request) => options.PlatformAuthentication && request.Headers[Header] is [{ Length: > 0 }];

    /// <summary>
    /// Who calls; null when the platform signed nobody in, or somebody whom no row maps. A row of the person goes before rows
    /// of groups; groups that say different things say nothing.
    /// </summary>
    public async Task<Principal?> FindAsync(HttpRequest request, CancellationToken cancellationToken = default)
    {
        if (!Signed(request) || Claims.Read(request.Headers[Header].ToString()) is not { } claims)
            return null;
        // Who acted is written down by this id: it tells persons of one group apart and says no name.
        var keyId = KeyIdPrefix
            + Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Key(claims.Tenant, claims.Id))).AsSpan(0, 8));
        if (await GetAsync(claims.Tenant, claims.Id, cancellationToken) is { } own)
            return new(own.Role, own.Agency, keyId);
        var rights = new HashSet<(Role, string?)>();
        foreach (var group in claims.Groups.Take(GroupsAtMost))
        {
            if (await GetAsync(claims.Tenant, group, cancellationToken) is { } mapped)
                rights.Add((mapped.Role, mapped.Agency));
        }
        return rights.Count == 1 ? new(rights.Single().Item1, rights.Single().Item2, keyId) : null;
    }

    /// <summary>Whether somebody whom the platform signed in acts by that id, and no key of ours.</summary>
    internal static bool IsKeyId(string keyId) => keyId.StartsWith(KeyIdPrefix, StringComparison.Ordinal);

    private static string Key(Guid tenant, Guid id) => $"{tenant}|{id}";

    private static MappedPrincipal Read(TableRow row) => new(
        Guid.Parse(row.Text("tenant")!), Guid.Parse(row.Text("id")!), row.Text("label")!, Enum.Parse<Role>(row.Text("role")!),
        row.Text("agency"), row.Text("by")!);

    /// <summary>What the platform's header says: base64 of JSON with a list of claims.</summary>
    private sealed record Claims(Guid Tenant, Guid Id, IReadOnlyList<Guid> Groups)
    {
        public static Claims? Read(string header)
        {
            try
            {
                using var json = JsonDocument.Parse(Convert.FromBase64String(header));
                var claims = json.RootElement.GetProperty("claims").EnumerateArray()
                    .Select(c => (Type: c.GetProperty("typ").GetString(), Value: c.GetProperty("val").GetString())).ToList();
                Guid? One(params string[] types) => claims.Where(c => types.Contains(c.Type) && Guid.TryParse(c.Value, out _))
                    .Select(c => (Guid?)Guid.Parse(c.Value!)).FirstOrDefault();
                return One("tid", "http://schemas.microsoft.com/identity/claims/tenantid") is { } tenant
                    && One("oid", "http://schemas.microsoft.com/identity/claims/objectidentifier") is { } id
                    ? new(tenant, id,
                        [.. claims.Where(c => c.Type == "groups" && Guid.TryParse(c.Value, out _)).Select(c => Guid.Parse(c.Value!))])
                    : null;
            }
            catch (Exception malformed) when (malformed is FormatException or JsonException or KeyNotFoundException
                or InvalidOperationException)
            {
                return null;
            }
        }
    }
}

/// <summary>What somebody whom the platform knows may do here.</summary>
/// <param name="Tenant">Id of the tenant.</param>
/// <param name="Id">Object id of a person, an application or a group.</param>
/// <param name="Label">What it is for, shown in the list; not a person's name.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Agency">Given for, and only for, the role agency.</param>
/// <param name="By">Key id of whoever mapped it last.</param>
public sealed record MappedPrincipal(Guid Tenant, Guid Id, string Label, Role Role, string? Agency, string By);

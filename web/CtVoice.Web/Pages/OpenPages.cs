using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Pages;

/// <summary>Which pages a host has for whom. What it answers does not change while it runs,
/// so it is looked through once for each role.</summary>
internal sealed class OpenPages(EndpointDataSource endpoints)
{
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> pages = new(StringComparer.Ordinal);

    /// <summary>Paths, without their first slash, of the pages that everybody may open and those that
    /// <paramref name="role"/> may.</summary>
    public IReadOnlySet<string> To(Role? role) => pages.GetOrAdd(role?.ToString() ?? "", _ => Operation.All(endpoints)
        .Where(o => o.Method == HttpMethods.Get && o.ForPeople
            && (o.Access.Roles.Count == 0 || (role is { } signedIn && o.Access.Roles.Contains(signedIn))))
        .Select(o => o.Template).ToHashSet(StringComparer.Ordinal));
}

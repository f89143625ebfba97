using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Web;

/// <summary>Whom one may be at the press of a button, on a copy where nobody is real and that nobody else reaches.
/// Other hosts register none.</summary>
public interface ITrialPeople
{
    /// <summary>Everybody, in the order in which they are shown.</summary>
    IReadOnlyList<TrialPerson> Everybody { get; }

    /// <summary>The key of one of them; null for anybody else.</summary>
    Task<string?> KeyOfAsync(string name, CancellationToken cancellationToken);
}

/// <summary>Somebody whom one may be.</summary>
/// <param name="Name">What the button sends.</param>
/// <param name="Says">What the button says.</param>
public sealed record TrialPerson(string Name, string Says)
{
    /// <summary>Sent by who wants to be nobody: a visitor who is not signed in.</summary>
    public const string Visitor = "visitor";
}

/// <summary>Trial people of a request.</summary>
internal static class TrialPeople
{
    /// <summary>
    /// Those of this host, for a browser on the same machine that was led there by the machine's own name; null for everybody else. (The
    /// name of another site can be made to lead to this machine: its pages would then pass for ours.)
    /// </summary>
    internal static ITrialPeople? Of(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && context.Request.Host.Host is ("localhost" or "127.0.0.1" or "[::1]")
            ? context.RequestServices.GetService<ITrialPeople>()
            : null;
}

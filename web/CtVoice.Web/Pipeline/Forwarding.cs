using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Web;

/// <summary>
/// Where a request was sent and who sent it, as the installation knows it: what the request itself says of its host counts
/// for nothing, and of the addresses that proxies noted, the one that our own proxy wrote counts.
/// </summary>
internal static class Forwarding
{
    internal static IApplicationBuilder UseForwarding(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<WebOptions>();
        return app.Use(next => context =>
        {
            if (options.PublicUrl is { } here)
                (context.Request.Scheme, context.Request.Host) = (here.Scheme, new HostString(here.Authority));
            if (options.TrustedProxies > 0)
                context.Connection.RemoteIpAddress = Noted(context.Request, options.TrustedProxies) ?? context.Connection.RemoteIpAddress;
            return next(context);
        });
    }

    /// <summary>The caller's address. An IPv6 caller owns a /64, so the whole of it is one caller.</summary>
    internal static string Caller(this HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        return address is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8))
            : address?.ToString() ?? "local";
    }

    private static IPAddress? Noted(HttpRequest request, int proxies)
    {
        var hops = request.Headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries);
        return hops.Length >= proxies && IPEndPoint.TryParse(hops[^proxies], out var hop) ? hop.Address : null;
    }
}

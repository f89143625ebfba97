namespace CtVoice.Web;

/// <summary>Settings of the web interface.</summary>
public sealed record WebOptions
{
    /// <summary>
    /// <see cref="AccessKeys.Hash"/> of a first coordinator key, which works until a real key is made. Null: none.
    /// </summary>
    public string? FirstKeyHash { get; init; }

    /// <summary>
    /// Whether the platform in front of the host signs people in and takes <see cref="PlatformPrincipals.Header"/> away from
    /// everybody else. Only then is that header believed.
    /// </summary>
    public bool PlatformAuthentication { get; init; }

    /// <summary>
    /// Proxies in front of the host that append to <c>X-Forwarded-For</c>; the caller's address is that many entries from
    /// its end. 0: the address of the connection, and the header is not believed.
    /// </summary>
    public int TrustedProxies { get; init; }

    /// <summary>Requests that a process answers at once; those beyond are asked to come again (503).</summary>
    public int AtOnce { get; init; } = 256;

    /// <summary>
    /// A session ends when nothing was asked in it for so long; null: only with its eight hours. A host whose clock jumps has null.
    /// </summary>
    public TimeSpan? IdleSession { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// What cannot be undone, or gives others rights, is done only by who signed in within so long; null: whenever they did.
    /// A host whose clock jumps has null.
    /// </summary>
    public TimeSpan? LatelySignedIn { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Where the product is reached from outside: what a request says of its own host counts for nothing. Null on a machine
    /// that nobody else reaches.
    /// </summary>
    public Uri? PublicUrl { get; init; }
}

# shellcheck shell=bash
# The Debian packages of this project, and the function that installs those that are missing. To be sourced.

# What building and running needs.
# shellcheck disable=SC2034
product_packages=(
    g++ cmake ninja-build pkg-config ccache mold
    qt6-base-dev qt6-httpserver-dev qt6-websockets-dev qt6-charts-dev qt6-svg-dev qt6-pdf-dev libqt6opengl6-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl-dev qtkeychain-qt6-dev
    libsqlite3-dev libpq-dev libcurl4-openssl-dev libsodium-dev libjwt-dev libssl-dev libcrypt-dev zlib1g-dev
    libexpected-dev libkainjow-mustache-dev prometheus-cpp-dev libxlsxwriter-dev libqrencode-dev libzip-dev
    qt6-qpa-plugins qt6-image-formats-plugins libqt6svg6 fontconfig fonts-dejavu-core ca-certificates curl
)

# What the tests need beyond that.
# shellcheck disable=SC2034
test_packages=(postgresql-15 librapidcheck-dev clang-format unzip openssl python3 python3-aiosmtpd poppler-utils clang
               libclang-rt-14-dev clang-tidy clamav-daemon dbus-daemon)

# Installs the named packages that are not there yet; asks for nothing and touches nothing when all are.
install_missing() {
    local missing=() name as_root=()
    for name in "$@"; do
        dpkg-query --show --showformat='${db:Status-Abbrev}' "$name" 2>/dev/null | grep -q '^ii' || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    if ! command -v apt-get >/dev/null; then
        echo "These packages are missing, and there is no apt-get to install them: ${missing[*]}" >&2
        return 69
    fi
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "Run this as root once, or install these packages first: ${missing[*]}" >&2
            return 77
        fi
        as_root=(sudo)
    fi
    echo "Installing ${#missing[@]} missing packages (a few minutes on a bare machine): ${missing[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 update
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 \
        --no-install-recommends install "${missing[@]}" >/dev/null
}
